"""The door of the organisations reader."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from sourcier.core.organisation import Organisation
from sourcier.lang.language import Language
from sourcier.reading.gazetteer.demonyms import demonyms
from sourcier.reading.gazetteer.gazetteer import Gazetteer
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.names.words import Words
from sourcier.reading.organisations.acronyms import acronyms
from sourcier.reading.organisations.articled import articled
from sourcier.reading.organisations.brackets import tied, ties
from sourcier.reading.organisations.firms import firms
from sourcier.reading.organisations.headed import headed
from sourcier.reading.organisations.joining import joined
from sourcier.reading.organisations.known import known
from sourcier.reading.organisations.led import apposed, led
from sourcier.reading.organisations.metonymy import metonymies
from sourcier.reading.organisations.recognised import holding, recognised
from sourcier.reading.organisations.runs import runs
from sourcier.reading.organisations.shorts import shorts
from sourcier.reading.organisations.table import table
from sourcier.reading.organisations.titles import titles
from sourcier.reading.organisations.view import View

PRODUCER = "organisations 1"


def candidates(words: Words, gazetteer: Gazetteer) -> Iterable[Candidate]:
    """Return what may name an organisation in a text; nothing in a language without a table of them."""
    view = _view(words, gazetteer)
    if view is None:
        return ()
    known_ones = tuple(recognised(view))
    named = [*known_ones, *holding(headed(view), known_ones)]
    bracketed = tuple(ties(view, {each.stop: each.first for each in sorted(named, key=lambda each: -each.first)}))
    return [
        *named,
        *tied(view, bracketed),
        *holding(led(view), known_ones),
        *apposed(view),
        *holding(runs(view), known_ones),
        *acronyms(view),
        *articled(view),
        *firms(view),
        *holding(titles(view), known_ones),
        *shorts(view, named),
        *metonymies(view),
    ]


def organisations(
    words: Words, settled: Sequence[Candidate], gazetteer: Gazetteer, country: str | None
) -> tuple[Organisation, ...]:
    """Return the organisations of a text; `country` is the one that the text is about or comes from."""
    view = _view(words, gazetteer)
    return joined(view, [each for each in settled if each.kind == "organisation"], country, PRODUCER) if view else ()


@lru_cache(1)
def _view(words: Words, gazetteer: Gazetteer) -> View | None:
    """The text as seen here; the last one is kept, as its bodies are asked for after its candidates."""
    code = words.analysis.language
    found = table(code)
    return View(words, found, known(code), demonyms(Language(code)), gazetteer) if found else None
