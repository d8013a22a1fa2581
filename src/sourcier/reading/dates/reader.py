"""The door of the dates reader."""

from collections.abc import Sequence
from dataclasses import dataclass

from sourcier.core.date import Date
from sourcier.core.moment import Moment
from sourcier.core.span import Span
from sourcier.lang.load import language
from sourcier.reading.dates.copied import Taken, lent
from sourcier.reading.dates.grammar import grammar
from sourcier.reading.dates.parser import Parser
from sourcier.reading.dates.publication import Publication, Publications, point
from sourcier.reading.dates.resolving import Resolved, Resolver
from sourcier.reading.dates.row import Row
from sourcier.text.analysis import Analysis

PRODUCER = "dates 1"


@dataclass(frozen=True, slots=True)
class Dated:
    """The dates of a text in their order, and what is wrong with some of them, a line each."""

    dates: tuple[Date, ...] = ()
    problems: tuple[str, ...] = ()


def dates(analysis: Analysis, published: Moment | None, passages: Sequence[Taken] = ()) -> Dated:
    """Return the expressions of time in a text; without the day of publication, what leans on it has no value.

    What stands in one of the `passages` that the text took from others leans on their day. Empty where the language
    has no rules for dates.
    """
    known = language(analysis.language)
    rules = grammar(known.code) if known else None
    if not rules:
        return Dated()
    expressions = list(Parser(rules, analysis.text).expressions())
    own, row = Publication(point(published)), Row(expressions)
    elsewhere = lent(expressions, passages, published)
    resolver = Resolver(rules, Publications(own, elsewhere), analysis, row)
    alone = Resolver(rules, Publications(own), analysis, row) if elsewhere else None
    found: list[Date] = []
    for expression in expressions:
        read = resolver.read(expression)
        by_own = alone.read(expression) if alone else read
        if read:
            found.append(_date(read, expression.end, by_own.reading.value if by_own else None))
    return Dated(tuple(found), tuple(resolver.context.problems))


def _date(read: Resolved, end: int, by_own: str | None) -> Date:
    """`by_own` is the value that the words would have if all of them were the article's."""
    reading = read.reading
    shifted = by_own != reading.value
    of = read.of if shifted or reading.anchor == "publication" else None
    span = Span(read.start, end)
    return Date(span, reading.value, reading.precision, reading.anchor, PRODUCER, of, by_own if shifted else None)
