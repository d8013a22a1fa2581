"""Acronyms in brackets, or beside a name, and the full names that they shorten."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.asides import aside
from sourcier.reading.organisations.initials import LEAST, SHORT, capitals, covers, initials, letters
from sourcier.reading.organisations.seats import country
from sourcier.reading.organisations.view import View

_TIED, _LONG = 0.98, 0.97
_REACH = 16  # tokens before a bracket in which the full name may begin
_MOST_LETTERS = 8
_AFTER = 2  # tokens that follow the bracket at least
_ENDING = frozenset(("VERB", "AUX", "PUNCT", "PRON", "SCONJ"))


@dataclass(frozen=True, slots=True)
class Tie:
    """A full name and the acronym beside it, as tokens."""

    name: tuple[int, int]
    acronym: int


def ties(view: View, named: Mapping[int, int]) -> Iterator[Tie]:
    """Yield what a text ties; `named` tells, by where it stops, where a name of a body begins."""
    for at in _brackets(view):
        first = _full(view, named, at)
        if first is not None and not _country(view, first, at):
            yield Tie((first, at), at + 1)
    for at, first in named.items():
        short = aside(view, first, at)
        if short is not None:
            yield Tie((first, at), short)


def tied(view: View, found: Iterable[Tie]) -> Iterator[Candidate]:
    """Yield both sides of each tie, and the acronym wherever else the text has it."""
    shorts: dict[str, int] = {}
    for tie in found:
        yield Candidate(*tie.name, "organisation", _LONG, "bracket", (tie.acronym, tie.acronym + 1))
        shorts.setdefault(view.folded(tie.acronym), tie.acronym)
    for at, word in enumerate(view.folds[: len(view)] if shorts else ()):
        origin = shorts.get(word)
        if origin is not None and (view.capital(at) or view.lowered):
            cue = None if origin == at else (origin, origin + 1)
            yield Candidate(at, at + 1, "organisation", _TIED, "bracket", cue)


def things(view: View) -> frozenset[str]:
    """Return the acronyms in brackets that shorten words in small letters (« gaz de pétrole liquéfié (GPL) »)."""
    return frozenset(view.words.forms[at + 1] for at in _brackets(view) if not view.lowered and _of_thing(view, at))


def _brackets(view: View) -> Iterator[int]:
    """The opening brackets that hold an acronym, by itself or first."""
    for at in view.brackets:
        if at + _AFTER < len(view) and _acronymic(view, at + 1):
            yield at


def _acronymic(view: View, at: int) -> bool:
    form = view.words.forms[at]
    if not (SHORT.fullmatch(form) or (view.lowered and form.isalpha() and len(form) <= _MOST_LETTERS)):
        return False
    if not capitals(form) and not view.lowered:
        return view.words.forms[at + 1] == ")"
    return view.words.forms[at + 1] in {")", ","} or view.within("articles.or", at + 1)


def _full(view: View, named: Mapping[int, int], bracket: int) -> int | None:
    """Where the full name before a bracket begins; one that stops there is one even if its initials are others."""
    form = view.words.forms[bracket + 1]
    ending = named.get(bracket)
    for first in (ending, _begun(view, named, bracket)):
        if first is not None and initials(view, first, bracket)[:1] == key(form)[:1] and _fits(view, first, bracket):
            return first
    spelt = _spelt_out(view, bracket)
    strange = capitals(form) or not (view.words.known(bracket + 1) or view.gazetteer.named(form))
    return ending if spelt is None and strange else spelt


def _fits(view: View, first: int, bracket: int) -> bool:
    """Whether a word in a bracket is no place: an acronym of capitals, a name of none, or all letters are initials."""
    form = view.words.forms[bracket + 1]
    if capitals(form) or all(key(place.name) != key(form) for place in view.gazetteer.named(form)):
        return True
    return covers(initials(view, first, bracket), letters(form))


def _begun(view: View, named: Mapping[int, int], bracket: int) -> int | None:
    """Where a name begins that its acronym shows to go on up to the bracket; no verb or sign stands between."""
    for stop in range(bracket - 1, max(bracket - _REACH, 0), -1):
        first = named.get(stop)
        if first is not None:
            return first if view.capital(first) or view.lowered else None
        if view.words.upos(stop) in _ENDING:
            return None
    return None


def _spelt_out(view: View, bracket: int) -> int | None:
    """Where a name begins whose initials the acronym in a bracket has, None where there is none."""
    wanted = letters(view.words.forms[bracket + 1])
    if len(wanted) <= LEAST:
        return None
    for first in range(bracket - 1, max(bracket - _REACH, -1), -1):
        if view.stops[first] != view.stops[bracket]:
            return None
        opens = (
            (view.capital(first) or view.lowered)
            and view.folded(first)[:1] == wanted[0]
            and not view.within("never.opening", first)
        )
        if opens and covers(initials(view, first, bracket), wanted):
            return first
    return None


def _of_thing(view: View, bracket: int) -> bool:
    """Whether the words before a bracket give its letters, and none of them has a capital."""
    wanted = letters(view.words.forms[bracket + 1])
    first = max(bracket - len(wanted) - LEAST, 0)
    small = not any(view.capital(at) and not view.opens(at) for at in range(first, bracket))
    return small and covers(initials(view, first, bracket), wanted)


def _country(view: View, first: int, stop: int) -> bool:
    """Whether a full name is a country's (« République démocratique du Congo (RDC) »)."""
    return view.table.seats.at(view.parts, stop + 1, stop + 2) is not None or country(view, first, stop)
