"""The door of the people reader."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from sourcier.core.date import Date
from sourcier.core.person import Office, Person
from sourcier.lang.load import language
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.names.words import Words
from sourcier.reading.people.finding import found
from sourcier.reading.people.lexis import lexis
from sourcier.reading.people.making import Maker
from sourcier.reading.people.runs import Namer

PRODUCER = "people 1"


def candidates(words: Words, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """Return what may be a person's name or role in a text; nothing where the language has no table of people."""
    namer = _namer(words, gazetteer)
    return found(namer) if namer else ()


def people(
    words: Words, settled: Sequence[Candidate], gazetteer: Gazetteer, dates: Sequence[Date] = ()
) -> tuple[tuple[Person, ...], tuple[Office, ...]]:
    """Return who is named in a text with their roles, and the roles whose holder is not; `dates` tell since when."""
    namer = _namer(words, gazetteer)
    return Maker(namer, dates, PRODUCER).made(settled) if namer else ((), ())


@lru_cache(1)
def _namer(words: Words, gazetteer: Gazetteer) -> Namer | None:
    """The text with its marks; those of the last one are kept, as its people are asked for after its candidates."""
    known = language(words.analysis.language)
    of = lexis(known) if known else None
    return Namer(words, of, gazetteer) if of else None
