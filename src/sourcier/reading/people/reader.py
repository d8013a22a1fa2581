"""The door of the people reader."""

from collections.abc import Iterable, Sequence

from sourcier.core.person import Office, Person
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.names.words import Words

PRODUCER = "people 1"


def candidates(words: Words, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """Return what may be a person's name or role in a text."""
    return ()


def people(words: Words, settled: Sequence[Candidate]) -> tuple[tuple[Person, ...], tuple[Office, ...]]:
    """Return who is named in a text with their roles, and the roles whose holder is not."""
    return (), ()
