"""Runs of capitals that hold a word which only bodies have: « Bouaké FC », « Rwanda Housing Authority »."""

from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.led import run
from sourcier.reading.organisations.table import RunKind
from sourcier.reading.organisations.view import View

_CLUB, _WEIGHT = 0.9, 0.85
_OF = frozenset(("de", "d", "du"))
_OF_THE = frozenset(("du", "des"))
_FIRST = frozenset(("club", "media", "armed_group"))


def runs(view: View) -> Iterator[Candidate]:
    """Yield the runs of capitals of a text that a word within them makes bodies."""
    stop = 0
    for at in view.capitals:
        if at < stop:
            continue
        stop = run(view, at, view.stops[at]) or at + 1
        stop = next((i for i in range(at + 1, stop) if view.folded(i) in _OF_THE), stop)
        first = _after_article(view, at, stop)
        first = max([first, *(i + 1 for i in range(first, stop) if _starts_anew(view, i, stop))])
        kind = kind_of(view, first, stop)
        if kind and stop > first + 1 and not view.headline(first):
            yield Candidate(first, stop, "organisation", _CLUB if kind == "club" else _WEIGHT, "run")


def _after_article(view: View, at: int, stop: int) -> int:
    """Where a run begins without the words that only lead to it (« L'ONG Human Rights Watch »)."""
    if at + 1 < stop and (view.within("articles.all", at) or (view.opens(at) and view.words.known(at))):
        at += 1
    lead = view.table.leads.at(view.parts, at, stop)
    return lead[0] if lead and lead[0] < stop and view.shouted(at) else at


def _starts_anew(view: View, at: int, stop: int) -> bool:
    """Whether a name before « de » is somebody else's (« Naida de Radio Antena »): a body by itself follows."""
    return view.folded(at) in _OF and kind_of(view, at + 1, stop) is not None


def kind_of(view: View, first: int, stop: int) -> RunKind | None:
    """Return what the words of a run tell; but for clubs and media, the telling word follows others."""
    for at in range(first, stop):
        kind = view.table.runs.get(view.words.forms[at])
        if kind and (at > first or kind in _FIRST or not view.words.known(at)):
            return kind
        if view.within("articles.of", at):
            return None
    return None
