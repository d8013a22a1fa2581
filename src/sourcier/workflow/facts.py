"""What the readers find in one text, each given what it needs of the others."""

from collections.abc import Sequence

from sourcier.core.facts import Facts
from sourcier.core.moment import Moment
from sourcier.core.problem import Problem
from sourcier.core.span import Span
from sourcier.reading.dates.copied import Taken
from sourcier.reading.dates.reader import dates
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.settling import settled
from sourcier.reading.names.words import words
from sourcier.reading.numbers.reader import numbers
from sourcier.reading.organisations import reader as organisations
from sourcier.reading.people import reader as people
from sourcier.reading.places import reader as places
from sourcier.text.analysis import Analysis

_STAGE = "dates"


def facts(  # noqa: PLR0913 - what is known of a text beside its words
    analysis: Analysis,
    gazetteer: Gazetteer,
    published: Moment | None,
    where: str,
    outlet: str | None = None,
    *,
    passages: Sequence[Taken] = (),
) -> Facts:
    """Return the facts of a text; `where` is its article's id, `outlet` the country of its outlet if it is known.

    `passages` are what it is known to have taken from earlier texts, whose words of time lean on those texts' days.
    """
    when = dates(analysis, published, passages)
    times = [each.span for each in when.dates]
    of = words(analysis, times)
    readings = [each for reader in (people, organisations, places) for each in reader.candidates(of, gazetteer)]
    named = settled(of, readings)
    located = places.locations(of, named, gazetteer, outlet)
    persons, offices = people.people(of, named, gazetteer, when.dates)
    bodies = organisations.organisations(of, named, gazetteer, located.country)
    figured = [span for each in named if _has_figure((span := of.span(each.first, each.stop)), analysis)]
    return Facts(
        persons,
        offices,
        bodies,
        located.places,
        when.dates,
        numbers(analysis, [*times, *figured], located.country, of.forms),
        located.country,
        tuple(Problem(_STAGE, where, message) for message in when.problems),
    )


def _has_figure(span: Span, analysis: Analysis) -> bool:
    """Whether a name holds a figure (« G5 Sahel »), which then counts nothing."""
    return any(sign.isdigit() for sign in span.of(analysis.text))
