"""The door of the organisations reader."""

from collections.abc import Iterable, Sequence

from sourcier.core.organisation import Organisation
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.names.words import Words

PRODUCER = "organisations 1"


def candidates(words: Words, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """Return what may name an organisation in a text."""
    return ()


def organisations(words: Words, settled: Sequence[Candidate], country: str | None) -> tuple[Organisation, ...]:
    """Return the organisations of a text; `country` is the one that the text is about or comes from."""
    return ()
