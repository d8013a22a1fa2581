"""Runs of capitals that hold a word which only bodies have: « Bouaké FC », « Rwanda Housing Authority »."""

from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.led import run
from sourcier.reading.organisations.view import View

_CLUB, _WEIGHT = 0.9, 0.85
_FIRST = frozenset(("club", "media", "armed_group"))


def runs(view: View) -> Iterator[Candidate]:
    """Yield the runs of capitals of a text that a word within them makes bodies."""
    stop = 0
    for at in view.capitals:
        if at < stop:
            continue
        stop = run(view, at, view.stops[at]) or at + 1
        first = at + (view.within("articles.all", at) and stop > at + 1)
        kind = kind_of(view, first, stop)
        if kind and stop > first + 1 and not view.headline(first):
            yield Candidate(first, stop, "organisation", _CLUB if kind == "club" else _WEIGHT, "run")


def kind_of(view: View, first: int, stop: int) -> str | None:
    """Return what the words of a run tell; but for clubs and media, the telling word follows others."""
    for at in range(first, stop):
        kind = view.table.runs.get(view.words.forms[at])
        if kind and (at > first or kind in _FIRST):
            return kind
    return None
