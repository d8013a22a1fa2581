"""Bodies of the table of known ones, wherever a text writes one of their names."""

from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.known import Bodies
from sourcier.reading.organisations.view import View

_SURE, _GOOD, _COMMON = 0.92, 0.85, 0.6
_WORDS = 3


def recognised(view: View) -> Iterator[Candidate]:
    """Yield the known bodies of a text."""
    stop = 0
    for at in view.beginning(view.known.starts):
        if at < stop:
            continue
        found = view.known.at(view.parts, at, view.stops[at])
        weight = _weight(view, at, *found) if found else None
        if found and weight is not None:
            stop = found[0]
            yield Candidate(_first(view, at, stop), stop, "organisation", weight, "known")


def _first(view: View, first: int, stop: int) -> int:
    """Where the name begins: a generic noun in small letters is left out (« opération Barkhane »)."""
    lead = None if view.capital(first) else view.table.leads.at(view.parts, first, stop)
    return lead[0] if lead and lead[0] < stop and view.capital(lead[0]) else first


def _weight(view: View, first: int, stop: int, bodies: Bodies) -> float | None:
    """How sure a match is, None where the words are others than the body's name."""
    if view.street(first):
        return None
    words = [at for at in range(first, stop) if view.folded(at)]
    capitals = sum(view.capital(at) for at in words)
    if not view.capital(first) and view.indefinite(first):
        return None
    if all(body.common for body in bodies) or (view.within("articles.bare", first) and len(words) > 1):
        return _common(view, first, words, capitals)
    if len(words) >= _WORDS:
        return _SURE
    if len(words) > 1:
        return _SURE if capitals and view.capital(words[0]) else (_GOOD if view.lowered else None)
    if all(body.capitals for body in bodies) and not view.shouted(first) and not view.lowered:
        return None
    return _one(view, first, capitals)


def _one(view: View, at: int, capitals: int) -> float | None:
    """A name of one word: it has a capital, or the text has none and the word is no other."""
    if not capitals:
        return _GOOD if view.lowered and not view.words.known(at) else None
    if view.shouted(at):
        return None if view.headline(at) and view.words.known(at) else _SURE
    if view.words.known(at):
        return None if view.opens(at) else _COMMON
    return _COMMON if view.gazetteer.named(view.words.forms[at]) else _GOOD


def _common(view: View, first: int, words: list[int], capitals: int) -> float | None:
    """An everyday word or phrase: every noun has its capital, and the sentence does not give it."""
    written = [at for at in words if not view.within("articles.of", at)]
    if capitals < len(written) or view.opens(first) or view.headline(first):
        return None
    return _COMMON if len(written) == 1 else _GOOD
