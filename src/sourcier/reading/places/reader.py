"""The door of the places reader."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcier.core.location import Location
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.names.words import Words

PRODUCER = "places 1"


@dataclass(frozen=True, slots=True)
class Located:
    """The places of a text, and the country (ISO 3166 alpha-2) that it is about or comes from, None if unclear."""

    places: tuple[Location, ...]
    country: str | None


def candidates(words: Words, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """Return what may name a place in a text."""
    return ()


def locations(words: Words, settled: Sequence[Candidate], gazetteer: Gazetteer, outlet: str | None) -> Located:
    """Return the places of a text, each resolved to one of the gazetteer where the text tells which.

    `outlet` is the country that the article's outlet is of, None where it is not known.
    """
    return Located((), outlet)
