"""Finds expressions of time: from each word that can begin one, the longest that the rules allow."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from sourcier.reading.dates.folding import fold
from sourcier.reading.dates.grammar import Grammar, Rule
from sourcier.reading.dates.meaning.registry import OF_DAYS, UNKNOWN
from sourcier.reading.dates.notation import FIGURE, WORD, Pair, word_at

_GLUED = re.compile(r"[a-zà-öø-ÿ0-9](?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])")
_NAME = re.compile(r" [A-ZÀ-Þ][a-zà-ÿ]")
_GIVEN_NAME = re.compile(r"[a-zà-ÿ,] [A-ZÀ-Þ][a-zà-ÿ-]+ \Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;«»“\"\n–—-])\s*\Z")
_DEEPEST = 4
_LONGEST_CHAIN = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A rule and where it matches."""

    rule: Rule
    match: re.Match[str]


@dataclass(frozen=True, slots=True)
class Expression:
    """From `start` to `end`, an atom or two ends of a range; `core` is where it begins without what leads to it.

    `leads` stand before it, outermost first, `trails` behind it.
    """

    start: int
    core: int
    end: int
    atom: Found | None
    ends: "tuple[Expression, Expression] | None" = None
    leads: tuple[Found, ...] = ()
    trails: tuple[Found, ...] = ()

    @property
    def means(self) -> str:
        """What the rule of its atom names, empty for a range."""
        return self.atom.rule.means if self.atom else ""


class Parser:
    """Reads one text with one grammar."""

    def __init__(self, grammar: Grammar, text: str) -> None:
        self._grammar = grammar
        self._text = text
        self.folded = fold(text, grammar.accented)

    def expressions(self) -> Iterator[Expression]:
        """Yield the expressions of the text; none overlaps another."""
        starts, done = self._grammar.starts, 0
        found = list(WORD.finditer(self.folded))
        for word, following in zip(found, [*found[1:], None], strict=False):
            first = word[0]
            if first not in starts:
                if not first[0].isdigit():
                    continue
                first = FIGURE
            if word.start() < done:
                continue
            second = self._words(word.start())[1] if self._glued else word_at(following)
            expression = self._expression(word.start(), (first, second), "", 0)
            if expression:
                done = expression.end
                yield expression

    def _expression(self, at: int, words: Pair, under: str, depth: int) -> Expression | None:
        """The longest expression that begins with the word here; `under` is the effect that leads to it."""
        grammar = self._grammar
        atoms, ranges, leads = grammar.atoms.at(*words), grammar.ranges.at(*words), grammar.leads.at(*words)
        if not (atoms or ranges or leads) or (words[0] == FIGURE and self._in_number(at)):
            return None
        found = [
            *self._atoms(at, atoms, under),
            *self._ranges(at, ranges, depth),
            *self._leads(at, leads, under, depth),
        ]
        return max(found, key=lambda each: (each.end, each.means not in UNKNOWN), default=None)

    def _atoms(self, at: int, rules: Iterable[Rule], under: str) -> Iterator[Expression]:
        limit = self._limit(at)
        for rule in rules:
            if under in rule.not_under or (rule.under and not (under and ("*" in rule.under or under in rule.under))):
                continue
            match = rule.match(self.folded, at, limit)
            if match and match.end() > at and not self._is_name(rule, match):
                trails = tuple(self._trails(match.end())) if rule.means in OF_DAYS else ()
                end = trails[-1].match.end() if trails else match.end()
                yield Expression(at, at, end, Found(rule, match), trails=trails)

    def _leads(self, at: int, rules: Iterable[Rule], under: str, depth: int) -> Iterator[Expression]:
        if depth == _DEEPEST:
            return
        limit = self._limit(at)
        for rule in rules:
            if rule.under and not under:
                continue
            match = rule.match(self.folded, at, limit)
            inner = self._after_article(match.end(), rule.means, depth + 1) if match else None
            if match and inner and (not rule.only or inner.means in rule.only):
                leads = (Found(rule, match), *inner.leads)
                yield replace(inner, start=at, leads=leads)

    def _ranges(self, at: int, rules: Iterable[tuple[Rule, Rule]], depth: int) -> Iterator[Expression]:
        if depth == _DEEPEST:
            return
        for opening, between in rules:
            match = opening.match(self.folded, at, len(self._text))
            first = self._after_article(match.end(), "range", _DEEPEST) if match else None
            middle = between.match(self.folded, first.end, len(self._text)) if first else None
            second = self._after_article(middle.end(), "range", _DEEPEST) if middle else None
            if first and second and _fit(first, second, opening.not_both):
                yield Expression(at, at, second.end, None, (first, second))

    def _after_article(self, at: int, under: str, depth: int) -> Expression | None:
        """The longest expression here, or behind an article."""
        at = self._skipped(at)
        article = self._grammar.article.match(self.folded, at)
        places = [at, self._skipped(article.end())] if article else [at]
        found = [each for place in places if (each := self._expression(place, self._words(place), under, depth))]
        return max(found, key=lambda each: each.end, default=None)

    def _trails(self, at: int) -> Iterator[Found]:
        for _ in range(_LONGEST_CHAIN):
            found = [
                Found(rule, match)
                for rule in self._grammar.trails
                if (match := rule.match(self.folded, at, self._limit(at)))
            ]
            if not found:
                return
            longest = max(found, key=lambda each: each.match.end())
            at = longest.match.end()
            yield longest

    def _skipped(self, at: int) -> int:
        while self.folded.startswith(" ", at):
            at += 1
        return at

    def _words(self, at: int) -> Pair:
        """The word that begins here, and the one after it as far as it is not glued to another."""
        first = WORD.match(self.folded, at)
        return word_at(first), word_at(WORD.search(self.folded, first.end(), self._limit(at))) if first else ""

    def _in_number(self, at: int) -> bool:
        """Whether the figures go on from others: « 3,12 », « 12.000 »."""
        return at >= 2 and self.folded[at - 1] in ".,/-:" and self.folded[at - 2].isdigit()

    def _is_name(self, rule: Rule, match: re.Match[str]) -> bool:
        """Whether the words are written like a name that they also are: « Noël Kaboré », « Mars »."""
        if self._text[match.start() : match.end()] in rule.not_written:
            return True
        if not rule.name or not self._text[match.start()].isupper():
            return False
        end = match.end()
        follows = bool(_NAME.match(self._text, end))
        if rule.name == "anywhere":
            return follows or bool(_GIVEN_NAME.search(self._text, max(0, match.start() - 40), match.start()))
        return follows and not _SENTENCE_START.search(self._text, max(0, match.start() - 4), match.start())

    @cached_property
    def _glued(self) -> list[int]:
        return [match.end() for match in _GLUED.finditer(self._text)]

    def _limit(self, at: int) -> int:
        """Where words that are glued to the next end (« mardiLe »), as if the text did."""
        number = bisect_right(self._glued, at)
        return self._glued[number] if number < len(self._glued) else len(self._text)


def _fit(first: Expression, second: Expression, not_both: str) -> bool:
    """Whether two expressions can be the ends of one range: both name days, or months, or years."""
    if first.means == second.means == not_both:
        return False
    kinds = {"day": 0, "weekday": 0, "iso": 0, "near": 0, "feast": 0, "month": 1, "year": 2}
    one, two = kinds.get(first.means), kinds.get(second.means)
    return one is not None and two is not None and (one == two or {one, two} == {1, 2})
