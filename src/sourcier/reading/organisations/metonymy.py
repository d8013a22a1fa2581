"""Towns and countries that stand for their governments: « Niamey a dénoncé », « entre Paris et Alger »."""

from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.agency import acts
from sourcier.reading.organisations.seats import Seat, seat
from sourcier.reading.organisations.view import View

_ALWAYS = 0.92


def metonymies(view: View) -> Iterator[Candidate]:
    """Yield the seats and states of a text that act as governments."""
    at = 0
    while at < len(view):
        found = seat(view, at) if _may_be(view, at) else None
        if found is None:
            at += 1
            continue
        weight, cue = (_ALWAYS, None) if found.always else acts(view, at, found)
        if weight:
            yield Candidate(at, found.stop, "organisation", weight, "metonymy", cue)
        at = found.stop


def _may_be(view: View, at: int) -> bool:
    if not view.words.free(at, at + 1) or not view.folded(at):
        return False
    return view.capital(at) or (view.words.upos(at) in {"PROPN", "X"})


__all__ = ["Seat", "metonymies"]
