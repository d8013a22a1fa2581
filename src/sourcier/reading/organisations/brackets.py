"""Acronyms in brackets, and the full names that they shorten."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.view import View

_SHORT = re.compile(r"[A-ZÉÈ0-9][\wÀ-ÿ]{1,9}(?:-[A-ZÉ]\w{1,6})?")
_ASIDE = frozenset(",–—-")
_TIED, _LONG = 0.95, 0.92
_REACH = 16  # tokens before a bracket in which the full name may begin
_LEAST_LETTERS = 2
_MOST_LETTERS = 8
_ENDING = frozenset(("VERB", "AUX", "PUNCT", "PRON", "SCONJ"))
_AFTER = 2  # tokens that follow the bracket at least


@dataclass(frozen=True, slots=True)
class Tie:
    """A full name and the acronym in brackets beside it, as tokens."""

    name: tuple[int, int]
    acronym: int


def ties(view: View, named: Mapping[int, int]) -> Iterator[Tie]:
    """Yield what a text ties; `named` tells, by where it stops, where a name of a body begins."""
    for at in _brackets(view):
        first = _full(view, named, at)
        if first is not None and not _country(view, first, at):
            yield Tie((first, at), at + 1)
    for at, first in named.items():
        short = _aside(view, first, at)
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


def _aside(view: View, first: int, stop: int) -> int | None:
    """Where an acronym stands after a name and a comma or a dash, all its letters initials (« , l'Anrac, »)."""
    if stop >= len(view) or view.words.forms[stop] not in _ASIDE:
        return None
    at = stop + 1 + view.within("articles.bare", stop + 1)
    if at + 1 >= len(view) or view.folded(at + 1) or not _SHORT.fullmatch(view.words.forms[at]):
        return None
    letters = [sign for sign in view.folded(at) if sign.isalpha()]
    initials = _initials(view, first, stop)
    return at if len(letters) > _LEAST_LETTERS and initials[:1] == letters[0] and _covers(initials, letters) else None


def _full(view: View, named: Mapping[int, int], bracket: int) -> int | None:
    """Where the full name before a bracket begins; one that stops there is one even if its initials are others."""
    letter = key(view.words.forms[bracket + 1])[:1]
    ending = named.get(bracket)
    for first in (ending, _begun(view, named, bracket)):
        if first is not None and _initials(view, first, bracket)[:1] == letter and _plausible(view, first, bracket):
            return first
    spelt = _spelt_out(view, bracket)
    return ending if spelt is None and _capitals(view.words.forms[bracket + 1]) else spelt


def _plausible(view: View, first: int, bracket: int) -> bool:
    """Whether a word in a bracket is no place: an acronym of capitals, a name of none, or all letters are initials."""
    form = view.words.forms[bracket + 1]
    if _capitals(form) or all(key(place.name) != key(form) for place in view.gazetteer.named(form)):
        return True
    return _covers(_initials(view, first, bracket), _letters(view, bracket))


def _begun(view: View, named: Mapping[int, int], bracket: int) -> int | None:
    """Where a name begins that its acronym shows to go on up to the bracket; no verb or sign stands between."""
    for stop in range(bracket - 1, max(bracket - _REACH, 0), -1):
        first = named.get(stop)
        if first is not None:
            return first if view.capital(first) else None
        if view.words.upos(stop) in _ENDING:
            return None
    return None


def _brackets(view: View) -> Iterator[int]:
    """The opening brackets that hold an acronym, by itself or first."""
    for at, form in enumerate(view.words.forms[:-_AFTER]):
        if form == "(" and _acronymic(view, at + 1):
            yield at


def _acronymic(view: View, at: int) -> bool:
    form = view.words.forms[at]
    if not (_SHORT.fullmatch(form) or (view.lowered and form.isalpha() and len(form) <= _MOST_LETTERS)):
        return False
    if not _capitals(form) and not view.lowered:
        return view.words.forms[at + 1] == ")"
    return view.words.forms[at + 1] in {")", ","} or view.within("articles.or", at + 1)


def _capitals(form: str) -> bool:
    """Whether a word has more capitals than its first, as few but acronyms have."""
    return sum(map(str.isupper, form)) > 1


def _spelt_out(view: View, bracket: int) -> int | None:
    """Where a name begins whose initials the acronym in a bracket has, None where there is none."""
    letters = _letters(view, bracket)
    if len(letters) <= _LEAST_LETTERS:
        return None
    for first in range(bracket - 1, max(bracket - _REACH, -1), -1):
        if view.stops[first] != view.stops[bracket]:
            return None
        opens = view.capital(first) and view.folded(first)[:1] == letters[0]
        if opens and _covers(_initials(view, first, bracket), letters):
            return first
    return None


def _of_thing(view: View, bracket: int) -> bool:
    """Whether the words before a bracket give its letters, and none of them has a capital."""
    letters = _letters(view, bracket)
    first = max(bracket - len(letters) - _LEAST_LETTERS, 0)
    small = not any(view.capital(at) and not view.opens(at) for at in range(first, bracket))
    return small and _covers(_initials(view, first, bracket), letters)


def _country(view: View, first: int, stop: int) -> bool:
    """Whether a full name is a country's (« République démocratique du Congo (RDC) »)."""
    found = view.gazetteer.longest(view.words.forms, first)
    return found is not None and found.end >= stop and found.places[0].kind == "country"


def _letters(view: View, bracket: int) -> list[str]:
    return [sign for sign in key(view.words.forms[bracket + 1]) if sign.isalpha()]


def _initials(view: View, first: int, stop: int) -> str:
    return "".join(word[0] for at in range(first, stop) for word in view.parts[at] if word)


def _covers(initials: str, letters: list[str]) -> bool:
    """Whether the letters stand in order among the initials."""
    at = 0
    for letter in letters:
        at = initials.find(letter, at) + 1
        if not at:
            return False
    return True
