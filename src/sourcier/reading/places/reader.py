"""The door of the places reader."""

from collections.abc import Iterable, Sequence

from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.names.words import Words
from sourcier.reading.places.finding import found
from sourcier.reading.places.locating import PRODUCER, Located, located
from sourcier.reading.places.lowered import as_written
from sourcier.reading.places.rules import rules

__all__ = ["PRODUCER", "Located", "candidates", "locations"]


def candidates(words: Words, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """Return what may name a place in a text."""
    of = rules(words.analysis.language)
    return found(as_written(words), of, gazetteer) if of else ()


def locations(words: Words, settled: Sequence[Candidate], gazetteer: Gazetteer, outlet: str | None) -> Located:
    """Return the places of a text, each resolved to one of the gazetteer where the text tells which.

    `outlet` is the country that the article's outlet is of, None where it is not known.
    """
    of = rules(words.analysis.language)
    return located(as_written(words), of, settled, gazetteer, outlet) if of else Located((), outlet)
