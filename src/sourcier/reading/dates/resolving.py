"""What each expression of a text means, in the order of the text."""

import re
from dataclasses import replace
from functools import partial

from sourcier.core.moment import Moment
from sourcier.core.span import Span
from sourcier.reading.dates.context import Context
from sourcier.reading.dates.grammar import Grammar
from sourcier.reading.dates.meaning.effects import LEADS, TRAILS
from sourcier.reading.dates.meaning.registry import DEICTIC, EXPLAINING, LEANING, MEANINGS, OF_DAYS
from sourcier.reading.dates.parser import Expression, Found
from sourcier.reading.dates.point import Point, Reading, between, month
from sourcier.reading.dates.quotations import Quotations
from sourcier.reading.dates.row import Row
from sourcier.reading.dates.tense import Tenses
from sourcier.reading.dates.words import Words
from sourcier.text.analysis import Analysis

_FIRST_YEAR, _LAST_YEAR = 1400, 2400
_YEARS = ("year", "longyear", "yy", "iso")
_MONTHS = ("month", "full_month", "mm", "mm0", "iso", "weekday", "near", "feast")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


class Resolver:
    """Resolves the expressions of one text one after the other; it remembers what the text has told."""

    def __init__(self, grammar: Grammar, published: Moment | None, analysis: Analysis, row: Row) -> None:
        self._grammar = grammar
        self._row = row
        self._days, self._explaining = row.meaning(OF_DAYS), row.meaning(EXPLAINING)
        self._now = _point(published)
        self.context = Context(self._now)
        self._tenses = Tenses(analysis, grammar.tense)
        self._quotations = Quotations(analysis.text, grammar.quotes)
        self._text = analysis.text
        self._end = 0

    def read(self, expression: Expression) -> tuple[Reading, int] | None:
        """Return what an expression means and where it begins, None where it is no date after all.

        Words before it that do not fit are left out (« prendre fin vendredi »).
        """
        self._enter(expression)
        reading, start = self._read(expression)
        if reading and expression.means in LEANING:
            reading = self._explained(reading, expression)
        if not reading:
            return None
        if not (expression.means in DEICTIC and _is_now(reading.start, self._now)):
            self.context.tell(reading)
        self._end = expression.end
        return reading, start

    def _explained(self, reading: Reading, expression: Expression) -> Reading:
        """« Dix ans plus tard, en 1950 »: the text says it itself."""
        other = self._explaining.after(expression.end)
        if other and self._grammar.apposed.fullmatch(self._text, expression.end, other.start):
            told = self._read(other)[0]
            if told and told.anchor == "absolute" and told.shape == "point":
                return replace(told, anchor="text" if reading.anchor == "text" else "publication")
        return reading

    def _enter(self, expression: Expression) -> None:
        context = self.context
        context.now, context.anchor = self._now, "publication"
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
        kept = replace(self.context, problems=[])
        said = self._reading_of(other)
        self.context.told, self.context.told_day, self.context.told_year, self.context.told_here = (
            kept.told,
            kept.told_day,
            kept.told_year,
            kept.told_here,
        )
        if said and said.start and said.shape == "point" and said.start != self._now:
            self.context.now, self.context.anchor = replace(said.start, clock=""), "text"

    def _reading_of(self, other: Expression) -> Reading | None:
        verb, self.context.verb = self.context.verb, partial(self._tenses.of, Span(other.start, other.end))
        problems, self.context.problems = self.context.problems, []
        found = self._read(other)[0]
        self.context.verb, self.context.problems = verb, problems
        return found

    def _read(self, expression: Expression, forced: int = 0) -> tuple[Reading | None, int]:
        """The meaning of an expression, and where it begins without the words before it that do not fit."""
        forced = next((lead.rule.lean for lead in expression.leads if lead.rule.lean), forced)
        reading = self._range(*expression.ends, forced) if expression.ends else self._atom(expression, forced)
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

    def _words(self, found: Found) -> Words:
        return Words(self._grammar, found.match, found.rule.fixed)

    def _range(self, first: Expression, second: Expression, forced: int) -> Reading | None:
        """The two ends of « du 30 juillet au 27 décembre »: the first is the last such day before the second."""
        last = self._read(second, forced)[0]
        start = self._read(first, forced)[0]
        if not last or not start:
            return None
        if not last.start or not start.start:
            return between(None, None, last.anchor)
        ends = _ordered(
            start.start, last.end or last.start, has_year=_has(first, _YEARS), has_month=_has(first, _MONTHS)
        )
        if not ends:
            return None
        return between(*ends, "absolute" if "absolute" in {start.anchor, last.anchor} else last.anchor)


def _ordered(first: Point, last: Point, *, has_year: bool, has_month: bool) -> tuple[Point, Point] | None:
    """The ends in order, the first with the month and the year that only the other one names; None: in no order."""
    if not has_year and first.month is not None:
        first = replace(first, year=last.year)
        if not has_month and first.day and last.month:
            first = replace(first, month=last.month)
        if first.first > last.first:
            first = replace(first, year=last.year - 1) if has_month else _month_before(first)
    return (first, last) if first.first <= last.last else None


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


def _month_before(point: Point) -> Point:
    before = month(point.year, (point.month or 1) - 1)
    return replace(point, year=before.year, month=before.month)


def _has(expression: Expression, names: tuple[str, ...]) -> bool:
    """Whether the words of an expression fill one of these places."""
    groups = expression.atom.match.groupdict() if expression.atom else {}
    return any(groups.get(name) for name in names)


def _point(published: Moment | None) -> Point | None:
    """The day of publication; of a time, the minute as the source states it; None where no press was."""
    if not published:
        return None
    day, _, clock = published.value.partition("T")
    year, month_, of_month = (*map(int, day.split("-")), None, None)[:3]
    return Point(year, month_, of_month, clock[:5]) if year and _FIRST_YEAR <= year <= _LAST_YEAR else None
