"""What a person's sighting says, made ready for comparing."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sourcier.core.entity import Sighting
from sourcier.reading.entities.naming import Name, named
from sourcier.reading.entities.offices import Gender, Office, office, offices
from sourcier.reading.entities.references import name_key

_KEPT = 1 << 14
_DAY_LETTERS = 10  # of « 2024-05-19T18:30 »


@dataclass(frozen=True, slots=True)
class Profile:
    """`day` counts days, None where it is not known to the month; `also` are other whole names that the article has."""

    name: Name
    also: tuple[Name, ...]
    country: str | None
    offices: frozenset[Office]
    gender: Gender | None
    companions: frozenset[str]
    day: int | None
    outlet: str | None


def profile(sighting: Sighting, code: str) -> Profile:
    """Return what a person's sighting says."""
    name = named(sighting.name, code)
    found = (office(role, code) for role in sighting.roles)
    table = offices(code)
    return Profile(
        name,
        _also(sighting, name, code),
        sighting.country,
        frozenset(one for one in found if one is not None),
        table.gender(sighting.roles) if table and sighting.roles else None,
        frozenset(sighting.companions) - {name.key},
        None if sighting.published is None else _day(sighting.published[:_DAY_LETTERS]),
        sighting.outlet,
    )


def _also(sighting: Sighting, name: Name, code: str) -> tuple[Name, ...]:
    """Return the article's other whole names for the person, but for parts of the fullest."""
    words = {word.spelling for word in name.words}
    others = {key: named(form, code) for form in sighting.forms if (key := name_key(form)) != name.key}
    return tuple(
        other
        for _, other in sorted(others.items())
        if not other.single and not {word.spelling for word in other.words if not word.initial} <= words
    )


@lru_cache(_KEPT)
def _day(published: str) -> int | None:
    """The day of a date in EDTF, of a month its first; None where it tells less."""
    plain = published.rstrip("~?%")
    try:
        return date.fromisoformat(plain if len(plain) == _DAY_LETTERS else f"{plain}-01").toordinal()
    except ValueError:
        return None
