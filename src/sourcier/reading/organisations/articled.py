"""Names that nothing knows, after an article: « la Bralirwa »; people have none, and places are in the gazetteer."""

from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.view import View

_ACTS, _STANDS = 0.7, 0.5
_LEAST = 4  # letters
_SUBJECT = frozenset(("nsubj", "nsubj:pass", "obl:agent"))


def articled(view: View) -> Iterator[Candidate]:
    """Yield the unknown names of a text that a singular article makes bodies."""
    for at in range(1, len(view)):
        if view.capital(at) and view.folded(at - 1) in {"la", "l"} and _unknown(view, at):
            acts = view.words.analysis.tokens[at].relation in _SUBJECT
            yield Candidate(at, at + 1, "organisation", _ACTS if acts else _STANDS, "article")


def _unknown(view: View, at: int) -> bool:
    form = view.words.forms[at]
    if len(form) < _LEAST or not form.isalpha() or view.shouted(at) or view.within("never.words", at):
        return False
    if view.capital(at + 1) or view.words.known(at) or view.people_of(at) or view.headline(at):
        return False
    return not view.gazetteer.named(form)
