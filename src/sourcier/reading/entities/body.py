"""What an organisation's sighting says, made ready for comparing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from sourcier.core.entity import Sighting
from sourcier.core.organisation import OrganisationKind
from sourcier.lang.load import language
from sourcier.reading.entities.known_bodies import Row, listed
from sourcier.reading.entities.offices import offices
from sourcier.reading.gazetteer.demonyms import demonyms
from sourcier.reading.gazetteer.gazetteer import gazetteer
from sourcier.text.fold import fold

_KEPT = 1 << 16
_WORDS = re.compile(r"[^\W_]+")
_PLURAL = re.compile(r"(?<=...)[sx]$")
_LEAST_INITIALS = 3
_LONGEST_ACRONYM = 12  # letters, Unesco and Minusma among them


@dataclass(frozen=True, slots=True)
class Body:
    """`full` are its names of several words, its own country left out; `short` those of one, acronyms among them.

    `initials` are those of its full names, which an acronym may be. `known` is its name in the list of known bodies,
    and one that is of no one country has none, wherever it was seen.
    """

    name: str
    full: frozenset[str]
    short: frozenset[str]
    initials: frozenset[str]
    kind: OrganisationKind | None
    country: str | None
    known: str | None


def body(sighting: Sighting, code: str) -> Body:
    """Return what an organisation's sighting says."""
    forms = sorted({sighting.name, *sighting.forms, *filter(None, (sighting.acronym,))})
    words = [found for form in forms if (found := _content(form, code))]
    fewer = [_without_country(found, sighting.country, code) for found in words]
    known = _known(forms, sighting, code)
    return Body(
        sighting.name,
        frozenset(" ".join(kept) for kept, found in zip(fewer, words, strict=True) if len(found) > 1 and kept),
        frozenset(found[0] for found in words if len(found) == 1 and len(found[0]) <= _LONGEST_ACRONYM),
        frozenset("".join(word[0] for word in found) for found in words if len(found) >= _LEAST_INITIALS),
        sighting.organisation_kind,
        None if known and known.abroad else sighting.country,
        None if known is None else known.name,
    )


def _known(forms: Iterable[str], sighting: Sighting, code: str) -> Row | None:
    """The one listed body that the names are of."""
    found = {listed(form, sighting.organisation_kind, sighting.country, code) for form in forms} - {None}
    return found.pop() if len(found) == 1 else None


@lru_cache(_KEPT)
def _content(form: str, code: str) -> tuple[str, ...]:
    """The words of a name that tell, in the singular; dots of acronyms left out."""
    table = offices(code)
    words = [fold(word) for word in _WORDS.findall(form.replace(".", ""))]
    kept = [word for word in words if table is None or word not in table.small]
    return tuple(_PLURAL.sub("", word) for word in kept or words)


def _without_country(words: Iterable[str], country: str | None, code: str) -> list[str]:
    return [word for word in words if country is None or word not in _names_of(country, code)]


@cache
def _names_of(country: str, code: str) -> frozenset[str]:
    """Words that say no more than a country: its name and its demonyms."""
    found = language(code)
    place = gazetteer().country(country)
    words = set(_content(place.name, code)) if place else set()
    if found:
        forms = found.table("demonyms")["of_country"].get(country, ())
        words |= {word for form in forms if demonyms(found).countries(form) for word in _content(form, code)}
    return frozenset(words)
