"""Acronyms, and the full names that a text puts beside them in brackets."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.names.candidate import Candidate
from sourcier.reading.organisations.view import View

_CAPITALS = re.compile(r"(?=.*[A-ZÉ].*[A-ZÉ0-9])[A-ZÉ][A-ZÉ0-9]{2,7}(?:-[A-ZÉ][A-ZÉ0-9]{1,6})?")
_SHORT = re.compile(r"[A-ZÉÈ0-9][\wÀ-ÿ]{1,9}(?:-[A-ZÉ]\w{1,6})?")
_NAMES = frozenset(("PROPN", "X"))
_ROAD = re.compile(r"R[NDP][A-Z]*\d+")
_ROMAN = re.compile(r"[IVXLC]+")
_TIED, _LONG, _DEFINITE, _BARE, _UNBOUND = 0.95, 0.92, 0.75, 0.5, 0.8
_REACH = 16  # tokens before a bracket in which the full name may begin
_LEAST_LETTERS = 2
_AFTER = 2  # tokens that follow the bracket at least
_PRONOUNCED = 4  # letters; longer words in capitals may be words


@dataclass(frozen=True, slots=True)
class Tie:
    """A full name and the acronym in brackets beside it, as tokens."""

    name: tuple[int, int]
    acronym: int


def ties(view: View, named: Mapping[int, int]) -> Iterator[Tie]:
    """Yield what a text ties; `named` tells, by where it stops, where a name of a body begins."""
    for at, form in enumerate(view.words.forms[:-_AFTER]):
        if form == "(" and _acronymic(view, at + 1):
            first = named.get(at)
            if first is None or not _shortens(view, first, at, at + 1):
                first = _spelt_out(view, at) or first
            if first is not None:
                yield Tie((first, at), at + 1)


def tied(view: View, found: Iterator[Tie]) -> Iterator[Candidate]:
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


def acronyms(view: View) -> Iterator[Candidate]:
    """Yield words in capitals that nothing else explains."""
    for at in view.capitals:
        form = view.words.forms[at]
        if len(form) > _LEAST_LETTERS and form.isupper() and _CAPITALS.fullmatch(form) and _free(view, at):
            before = view.folded(at - 1)
            definite = before in view.table.words["articles.all"]
            yield Candidate(at, at + 1, "organisation", _DEFINITE if definite else _BARE, "acronym")


def _free(view: View, at: int) -> bool:
    form = view.words.forms[at]
    if (
        _ROMAN.fullmatch(form)
        or _ROAD.fullmatch(form)
        or form.lower() in view.table.words["never.acronyms"]
        or view.headline(at)
    ):
        return False
    if len(form) > _PRONOUNCED and (view.words.known(at) or view.gazetteer.named(form)):
        return False
    return not _near_name(view, at)


def _near_name(view: View, at: int) -> bool:
    """Whether a word in capitals stands by a name, as surnames do (« Ibrahim DIALLO », « IBRAHIM DIALLO »)."""
    return any(
        view.capital(near) and view.words.upos(near) in _NAMES and not view.opens(near) and view.folded(near) != ""
        for near in (at - 1, at + 1)
    )


def _acronymic(view: View, at: int) -> bool:
    form = view.words.forms[at]
    if not (_SHORT.fullmatch(form) or (view.lowered and form.isalpha() and len(form) <= 8)):
        return False
    return view.words.forms[at + 1] in {")", ","} or view.within("articles.or", at + 1)


def _shortens(view: View, first: int, stop: int, acronym: int) -> bool:
    return _initials(view, first, stop).startswith(key(view.words.forms[acronym])[:1])


def _initials(view: View, first: int, stop: int) -> str:
    return "".join(word[0] for at in range(first, stop) for word in view.parts[at] if word)


def _spelt_out(view: View, bracket: int) -> int | None:
    """Where a name begins whose initials the acronym in a bracket has, None where there is none."""
    letters = [sign for sign in key(view.words.forms[bracket + 1]) if sign.isalpha()]
    if len(letters) <= _LEAST_LETTERS:
        return None
    for first in range(bracket - 1, max(bracket - _REACH, -1), -1):
        if first < bracket - 1 and view.stops[first] != view.stops[bracket]:
            return None
        opens = view.capital(first) and view.folded(first)[:1] == letters[0]
        if opens and _covers(_initials(view, first, bracket), letters):
            return first
    return None


def _covers(initials: str, letters: list[str]) -> bool:
    """Whether the letters stand in order among the initials, and leave few of them out."""
    at = 0
    for letter in letters:
        at = initials.find(letter, at) + 1
        if not at:
            return False
    return True
