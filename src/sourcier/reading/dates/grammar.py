"""The rules of a language, compiled once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sourcier.lang.language import Language
from sourcier.reading.dates import numerals
from sourcier.reading.dates.folding import fold
from sourcier.reading.dates.index import Index
from sourcier.reading.dates.notation import ANY, Pair, Part, choice, entries, opaque, read

_BOUNDARY = r"(?:(?<![^\W_])|(?![^\W_]))"  # not within a word
_WORD_START = r"(?<![^\W_])"
_LONGEST_BEFORE = 32  # code points looked at before a match


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of saying when: `means` names what to do with it, `fixed` what the words leave open.

    `under` are the effects that it stands under only (`*`: any; empty: it stands alone), `not_under` those it cannot.
    `lean` says where a word before sends a bare weekday, `only` which meanings may follow it, `not_both` which ends a
    range cannot have; `name` where its words, in capitals, are a person's, `not_written` which spellings are others'.
    """

    means: str
    regex: re.Pattern[str]
    begins: frozenset[Pair]
    fixed: Mapping[str, Any]
    under: frozenset[str] = frozenset()
    not_under: frozenset[str] = frozenset()
    name: str = ""
    lean: int = 0
    only: frozenset[str] = frozenset()
    not_both: str = ""
    not_written: frozenset[str] = frozenset()
    before: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None

    @property
    def starts(self) -> frozenset[str]:
        """The words that it can begin with, as far as they are known."""
        return frozenset(first for first, _ in self.begins) - {"", ANY}

    def leading_to(self, words: Iterable[str]) -> Iterator[Pair]:
        """Yield the first two words of the rule and what follows it, which begins with one of some words."""
        for first, second in self.begins:
            yield from ((first, word) for word in ([second] if second else words))

    def match(self, text: str, at: int, end: int) -> re.Match[str] | None:
        """Return the match at a place of the folded text, None where there is none or its neighbours forbid it."""
        found = self.regex.match(text, at, end)
        if not found or not (self.before or self.not_before or self.after or self.not_after):
            return found
        first = max(0, at - _LONGEST_BEFORE)
        allowed = (
            (not self.before or self.before.search(text, first, at))
            and (not self.after or self.after.match(text, found.end()))
            and not (self.not_before and self.not_before.search(text, first, at))
            and not (self.not_after and self.not_after.match(text, found.end()))
        )
        return found if allowed else None


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules of a language; `atoms`, `leads` and `ranges` by the words that they begin with, which are `starts`."""

    language: str
    accented: tuple[str, ...]
    quotes: tuple[str, str]
    tables: Mapping[str, Mapping[str, Any]]
    atoms: Index[Rule]
    leads: Index[Rule]
    ranges: Index[tuple[Rule, Rule]]
    starts: frozenset[str]
    trails: tuple[Rule, ...]
    article: re.Pattern[str]
    apposed: re.Pattern[str]
    of: re.Pattern[str]
    tense: Mapping[str, frozenset[str]]


@cache
def grammar(code: str) -> Grammar | None:
    """Return the grammar of a language, by ISO 639-1 code; None where it has no rules for dates."""
    try:
        table = Language(code).table("dates")
    except FileNotFoundError:
        return None
    build = _Builder(code, table)
    ranges = [
        (
            build.rule({**row, "means": "", "pattern": row["open"]}),
            build.rule({**row, "means": "", "pattern": row["between"]}),
        )
        for row in table["ranges"]
    ]
    atoms = Index(map(build.rule, table["atoms"]), lambda rule: rule.begins)
    leads = [build.rule({**row, "means": row["effect"]}) for row in table["leads"]]
    article = build.rule({"means": "", "pattern": table["articles"]["pattern"]})
    first = {word for rule in (*leads, *(opening for opening, _ in ranges)) for word in rule.starts}
    starts = atoms.starts | first
    led = starts | article.starts  # what a lead or the opening of a range stands before
    return Grammar(
        code,
        tuple(table["accented"]),
        (table["opening"], table["closing"]),
        build.tables,
        atoms,
        Index(leads, lambda rule: rule.leading_to(led)),
        Index(ranges, lambda pair: pair[0].leading_to(led)),
        starts,
        tuple(build.rule(row) for row in table["trails"]),
        article.regex,
        build.rule({"means": "", "pattern": table["apposed"]["pattern"]}).regex,
        re.compile(rf"{_WORD_START}(?:{'|'.join(table['of'])}) *\Z", re.IGNORECASE),
        {name: frozenset(words) for name, words in table["tense"].items()},
    )


class _Builder:
    """Makes rules of a language's tables and pieces; the folded tables are kept beside them."""

    def __init__(self, code: str, table: Mapping[str, Any]) -> None:
        self._keep = tuple(table["accented"])
        self._pieces: Mapping[str, Any] = table["pieces"]
        months = Language(code).table("calendar")["months"]
        self.tables = {
            name: {self._fold(word): value for word, value in words.items()} for name, words in table["words"].items()
        }
        self.tables["month"] = {self._fold(word): value for word, value in months.items()}
        longest = {
            value: max((word for word in self.tables["month"] if self.tables["month"][word] == value), key=len)
            for value in self.tables["month"].values()
        }
        self.tables["full_month"] = {word: value for value, word in longest.items()}
        self._made = {"numeral": numerals.spelt(code), "spelt_year": numerals.spelt_year(code), "month": self._months()}

    def rule(self, row: Mapping[str, Any]) -> Rule:
        names: dict[str, int] = {}
        part = read(self._fold(row["pattern"]), lambda name: self._named(name, names))
        return Rule(
            row["means"],
            re.compile(part.regex + _BOUNDARY),
            part.begins,
            row.get("fixed", {}),
            frozenset(row.get("under", ())),
            frozenset(row.get("not_under", ())),
            row.get("name", ""),
            row.get("lean", 0),
            frozenset(row.get("only", ())),
            row.get("not_both", ""),
            frozenset(row.get("not_written", ())),
            self._before(row.get("before")),
            self._before(row.get("not_before")),
            self._after(row.get("after")),
            self._after(row.get("not_after")),
        )

    def _fold(self, text: str) -> str:
        return fold(text, self._keep)

    def _before(self, patterns: list[str] | None) -> re.Pattern[str] | None:
        if patterns is None:
            return None
        parts = (read(self._fold(each), self._piece).regex for each in patterns)
        return re.compile(rf"(?:{_WORD_START}|(?=\W))(?:{'|'.join(parts)}) *\Z")

    def _after(self, patterns: list[str] | None) -> re.Pattern[str] | None:
        if patterns is None:
            return None
        return re.compile(
            "(?:" + "|".join(read(self._fold(each), self._piece).regex for each in patterns) + ")" + _BOUNDARY
        )

    def _named(self, name: str, names: dict[str, int]) -> Part:
        """A piece in a group of its own; a piece made of others gives their names instead."""
        row = self._pieces.get(name, {})
        if "pattern" in row:
            return read(self._fold(row["pattern"]), lambda inner: self._named(inner, names))
        names[name] = names.get(name, 0) + 1
        part = self._piece(name)
        group = name if names[name] == 1 else f"{name}{names[name]}"
        return part._replace(regex=f"(?P<{group}>{part.regex})")

    def _piece(self, name: str) -> Part:
        if name in self._made:
            return self._made[name]
        if name in self._pieces:
            row = self._pieces[name]
            if "pattern" in row:
                return read(self._fold(row["pattern"]), self._piece)
            part = opaque(row["regex"], row.get("starts", ()))
            return choice([part, self._piece(row["or"])]) if "or" in row else part
        if name not in self.tables:
            raise ValueError(f"there is no piece <{name}>")
        return entries(self.tables[name])

    def _months(self) -> Part:
        """Months in full, or short with a stop or without."""
        full, every = self.tables["full_month"], self.tables["month"]
        short = entries({word: 0 for word in every if word not in full})
        return choice([entries(full), short._replace(regex=rf"{short.regex}\.?")])
