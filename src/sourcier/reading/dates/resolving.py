"""What each expression of a text means, in the order of the text."""

import re
from dataclasses import dataclass, replace
from functools import partial

from sourcier.core.span import Span
from sourcier.reading.dates.context import Context
from sourcier.reading.dates.ends import ranged
from sourcier.reading.dates.grammar import Grammar
from sourcier.reading.dates.meaning.effects import LEADS, TRAILS
from sourcier.reading.dates.meaning.registry import DEICTIC, EXPLAINING, LEANING, MEANINGS, OF_DAYS
from sourcier.reading.dates.parser import Expression, Found
from sourcier.reading.dates.point import Point, Reading
from sourcier.reading.dates.publication import Publication, Publications
from sourcier.reading.dates.quotations import Quotations
from sourcier.reading.dates.row import Row
from sourcier.reading.dates.tense import Tenses
from sourcier.reading.dates.words import Words
from sourcier.text.analysis import Analysis

_SENTENCE_END = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Resolved:
    """What words mean from `start` on; `of` is the text on whose publication that leans, None for the article's own."""

    reading: Reading
    start: int
    of: str | None


class Resolver:
    """Resolves the expressions of one text one after the other; it remembers what the text has told."""

    def __init__(self, grammar: Grammar, published: Publications, analysis: Analysis, row: Row) -> None:
        self._grammar = grammar
        self._row = row
        self._days, self._explaining = row.meaning(OF_DAYS), row.meaning(EXPLAINING)
        self._published = published
        self.context = Context(published.own.day)
        self._tenses = Tenses(analysis, grammar.tense)
        self._quotations = Quotations(analysis.text, grammar.quotes)
        self._text = analysis.text
        self._end = 0

    def read(self, expression: Expression) -> Resolved | None:
        """Return what an expression means and where it begins, None where it is no date after all.

        Words before it that do not fit are left out (« prendre fin vendredi »).
        """
        published = self._published.at(expression.start)
        self._enter(expression, published)
        reading, start = self._read(expression)
        if reading and expression.means in LEANING:
            reading = self._explained(reading, expression)
        if not reading:
            return None
        of = self.context.leans_on(reading)
        if published.of and reading.anchor == "publication" and reading.value is None:
            self.context.forget(published.of)
        elif not (expression.means in DEICTIC and _is_now(reading.start, published.day)):
            self.context.tell(reading, of)
        self._end = expression.end
        return Resolved(reading, start, of)

    def _explained(self, reading: Reading, expression: Expression) -> Reading:
        """« Dix ans plus tard, en 1950 »: the text says it itself."""
        other = self._explaining.after(expression.end)
        if other and self._grammar.apposed.fullmatch(self._text, expression.end, other.start):
            told = self._read(other)[0]
            if told and told.anchor == "absolute" and told.shape == "point":
                return replace(told, anchor="text" if reading.anchor == "text" else "publication")
        return reading

    def _enter(self, expression: Expression, published: Publication) -> None:
        context = self.context
        context.now, context.now_of, context.anchor = published.day, published.of, "publication"
        if _SENTENCE_END.search(self._text, self._end, expression.start):
            context.told_here = False
        context.verb = partial(self._tenses.of, Span(expression.start, expression.end))
        if expression.means == "weekday" and self._of_noun(expression):
            context.verb = lambda: None
        quotation = self._quotations.around(expression.start) if expression.means in DEICTIC else None
        if quotation:
            self._speak(quotation)

    def _of_noun(self, expression: Expression) -> bool:
        """Whether it hangs on a noun, and the verb has its day: « proclamera jeudi le scrutin de dimanche »."""
        if not self._grammar.of.search(self._text, max(0, expression.start - 4), expression.start):
            return False
        beside = self._days.beside(expression)
        return any(not _SENTENCE_END.search(self._text, *_gap(expression, other)) for other in beside)

    def _speak(self, quotation: Span) -> None:
        """Let what is quoted lean on the day that it was said, where the sentence tells it."""
        places = sorted(self._quotations.told_in(quotation))
        other = next(filter(None, map(self._row.within, places)), None)
        if not other:
            return
        said, of = self._reading_of(other)
        if said and said.start and said.shape == "point" and said.start != self.context.now:
            self.context.now, self.context.now_of, self.context.anchor = replace(said.start, clock=""), of, "text"

    def _reading_of(self, other: Expression) -> tuple[Reading | None, str | None]:
        """What another expression means and the text it leans on; nothing of it is remembered."""
        kept, published = self.context, self._published.at(other.start)
        verb = partial(self._tenses.of, Span(other.start, other.end))
        self.context = replace(
            kept, now=published.day, now_of=published.of, anchor="publication", verb=verb, problems=[]
        )
        reading = self._read(other)[0]
        of = self.context.leans_on(reading) if reading else None
        self.context = kept
        return reading, of

    def _read(self, expression: Expression, forced: int = 0) -> tuple[Reading | None, int]:
        """The meaning of an expression, and where it begins without the words before it that do not fit."""
        forced = next((lead.rule.lean for lead in expression.leads if lead.rule.lean), forced)
        reading = self._range(expression.ends, forced) if expression.ends else self._atom(expression, forced)
        for trail in expression.trails:
            reading = TRAILS[trail.rule.means](self._words(trail), reading) or reading if reading else None
        start = expression.core
        for lead in reversed(expression.leads):
            led = LEADS[lead.rule.means](self._words(lead), reading) if reading else None
            if not led:
                break
            reading, start = led, lead.match.start()
        return reading, start

    def _atom(self, expression: Expression, forced: int) -> Reading | None:
        if not expression.atom:
            return None
        return MEANINGS[expression.means](self._words(expression.atom), self.context, forced)

    def _range(self, ends: tuple[Expression, Expression], forced: int) -> Reading | None:
        last = self._read(ends[1], forced)[0]
        return ranged(ends, self._read(ends[0], forced)[0], last)

    def _words(self, found: Found) -> Words:
        return Words(self._grammar, found.match, found.rule.fixed)


def _gap(one: Expression, two: Expression) -> tuple[int, int]:
    return (one.end, two.start) if one.end <= two.start else (two.end, one.start)


def _is_now(point: Point | None, now: Point | None) -> bool:
    """« aujourd'hui », « cette année »: no event."""
    if not point or not now:
        return False
    return (point.year, point.month, point.day) in {
        (now.year, None, None),
        (now.year, now.month, None),
        (now.year, now.month, now.day),
    }
