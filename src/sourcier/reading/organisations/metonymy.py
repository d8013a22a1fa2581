"""Towns and countries that stand for their governments: « Niamey a dénoncé », « entre Paris et Alger »."""

from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.agency import acts
from sourcier.reading.organisations.seats import Seat, seat
from sourcier.reading.organisations.view import View

_ALWAYS, _OF = 0.9, 0.8


def metonymies(view: View) -> Iterator[Candidate]:
    """Yield the seats and states of a text that act as governments."""
    at = 0
    while at < len(view):
        found = seat(view, at) if _may_be(view, at) else None
        if found is None:
            at += 1
            continue
        weight, cue = acts(view, at, found)
        if found.always and not weight:
            weight = _palace(view, at)
        if weight:
            yield Candidate(at, found.stop, "organisation", weight, "metonymy", cue)
        at = found.stop


def _palace(view: View, at: int) -> float:
    """How sure a palace stands for who sits there, and is not where somebody goes (« à la Maison Blanche »)."""
    before = at - 1 - view.within("articles.bare", at - 1)
    if view.words.upos(before) != "ADP":
        return _ALWAYS
    if view.within("articles.of", before):
        return _OF
    return 0.0 if view.within("articles.at", before) or view.within("buildings.after", before) else _ALWAYS


def _may_be(view: View, at: int) -> bool:
    if not view.words.free(at, at + 1) or not view.folded(at):
        return False
    return view.capital(at) or (view.words.upos(at) in {"PROPN", "X"})


__all__ = ["Seat", "metonymies"]
