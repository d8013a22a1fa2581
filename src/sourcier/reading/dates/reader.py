"""The door of the dates reader."""

from dataclasses import dataclass

from sourcier.core.date import Date
from sourcier.core.moment import Moment
from sourcier.core.span import Span
from sourcier.lang.load import language
from sourcier.reading.dates.grammar import grammar
from sourcier.reading.dates.parser import Parser
from sourcier.reading.dates.resolving import Resolver
from sourcier.reading.dates.row import Row
from sourcier.text.analysis import Analysis

PRODUCER = "dates 1"


@dataclass(frozen=True, slots=True)
class Dated:
    """The dates of a text in their order, and what is wrong with some of them, a line each."""

    dates: tuple[Date, ...] = ()
    problems: tuple[str, ...] = ()


def dates(analysis: Analysis, published: Moment | None) -> Dated:
    """Return the expressions of time in a text; without the day of publication, what leans on it has no value.

    Empty where the language has no rules for dates.
    """
    known = language(analysis.language)
    rules = grammar(known.code) if known else None
    if not rules:
        return Dated()
    expressions = list(Parser(rules, analysis.text).expressions())
    resolver = Resolver(rules, published, analysis, Row(expressions))
    found: list[Date] = []
    for expression in expressions:
        read = resolver.read(expression)
        if read:
            reading, start = read
            span = Span(start, expression.end)
            found.append(Date(span, reading.value, reading.precision, reading.anchor, PRODUCER))
    return Dated(tuple(found), tuple(resolver.context.problems))
