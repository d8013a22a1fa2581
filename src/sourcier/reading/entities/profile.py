"""What a person's sighting says, made ready for comparing."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sourcier.core.entity import Sighting
from sourcier.reading.entities.naming import Name, named
from sourcier.reading.entities.offices import Gender, Office, office, offices
from sourcier.reading.entities.references import name_key

_KEPT = 1 << 14
_LEAST_INITIALS = 3
_LEAST_WORDS = 2
_DAY_LETTERS = 10  # of « 2024-05-19T18:30 »


@dataclass(frozen=True, slots=True)
class Profile:
    """`day` counts days, None where it is not known to the month; `also` are other whole names that the article has.

    `acronyms` are those that companions of long names may have; `serves` are the bodies of the offices, and `near`
    those among the companions, by their words in any order.
    """

    name: Name
    also: tuple[Name, ...]
    country: str | None
    offices: frozenset[Office]
    gender: Gender | None
    companions: frozenset[str]
    acronyms: frozenset[str]
    serves: frozenset[str]
    near: frozenset[str]
    day: int | None
    outlet: str | None


def profile(sighting: Sighting, code: str) -> Profile:
    """Return what a person's sighting says."""
    name = named(sighting.name, code)
    held = frozenset(found for role in sighting.roles if (found := office(role, code)) is not None)
    table = offices(code)
    return Profile(
        name,
        _also(sighting, name, code),
        sighting.country,
        held,
        table.gender(sighting.roles) if table and sighting.roles else None,
        frozenset(sighting.companions) - {name.key},
        frozenset(filter(None, (_acronym(key, code) for key in sighting.companions))),
        frozenset(" ".join(sorted(one.of)) for one in held if len(one.of) >= _LEAST_WORDS),
        frozenset(filter(None, (_words(key, code) for key in sighting.companions))),
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
def _acronym(key: str, code: str) -> str | None:
    table = offices(code)
    words = [word for word in key.split() if table is None or word not in table.small]
    return "".join(word[0] for word in words) if len(words) >= _LEAST_INITIALS else None


@lru_cache(_KEPT)
def _words(key: str, code: str) -> str | None:
    """The words of a name that tell, in any order; None of a name of fewer than two."""
    table = offices(code)
    words = {word for word in key.split() if table is None or table.tells(word)}
    return " ".join(sorted(words)) if len(words) >= _LEAST_WORDS else None


@lru_cache(_KEPT)
def _day(published: str) -> int | None:
    """The day of a date in EDTF, of a month its first; None where it tells less."""
    plain = published.rstrip("~?%")
    try:
        return date.fromisoformat(plain if len(plain) == _DAY_LETTERS else f"{plain}-01").toordinal()
    except ValueError:
        return None
