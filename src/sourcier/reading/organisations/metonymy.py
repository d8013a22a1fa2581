"""Towns and countries that stand for their governments: « Niamey a dénoncé », « entre Paris et Alger »."""

from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.agency import acts
from sourcier.reading.organisations.seats import seat
from sourcier.reading.organisations.view import View

_NAMES = frozenset(("PROPN", "X"))
_ALWAYS, _OF = 0.9, 0.8


def metonymies(view: View) -> Iterator[Candidate]:
    """Yield the seats and states of a text that act as governments."""
    stop = 0
    tokens = view.words.analysis.tokens
    names = {at for at, token in enumerate(tokens) if token.upos in _NAMES}
    for at in range(len(view)) if view.lowered else sorted(names.union(view.capitals)):
        found = seat(view, at) if at >= stop and view.words.free(at, at + 1) else None
        if found is None:
            continue
        weight, cue = acts(view, at, found)
        if found.always and not weight:
            weight = _palace(view, at)
        if weight:
            yield Candidate(at, found.stop, "organisation", weight, "metonymy", cue)
        stop = found.stop


def _palace(view: View, at: int) -> float:
    """How sure a palace stands for who sits there, and is not where somebody goes (« à la Maison Blanche »)."""
    before = at - 1 - view.within("articles.bare", at - 1)
    if view.words.upos(before) != "ADP":
        return _ALWAYS
    if view.within("articles.of", before):
        return _OF
    return 0.0 if view.within("articles.at", before) or view.within("buildings.after", before) else _ALWAYS
