"""Bodies that a language's table knows: their names, acronyms, kinds and countries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sourcier.core.organisation import OrganisationKind
from sourcier.lang.load import language
from sourcier.reading.organisations.phrases import Phrases, parts

SEVERAL = "-"  # the section of what belongs to several countries, or to none
ANY = "*"  # the section of what every country has
LONGEST_ACRONYM = 10
SHORT = 4  # letters


@dataclass(frozen=True, slots=True)
class Body:
    """A known body; `country` is ISO 3166 alpha-2, None for several, `*` where it is the article's.

    Of the name that it was found by, `common` tells that it is also an everyday word or a name of something else
    (« Orange »), `small` that it is written in small letters too (« les talibans »), `capitals` that it is a short
    acronym, which is only itself in capitals (« FAN »).
    """

    name: str
    acronym: str | None
    kind: OrganisationKind
    country: str | None
    common: bool = False
    small: bool = False
    capitals: bool = False


Bodies = tuple[Body, ...]


@cache
def known(code: str) -> Phrases[Bodies]:
    """Return the known bodies of a language (ISO 639-1) by each of their names; several may share one."""
    of = language(code)
    if of is None:
        return Phrases(())
    try:
        rows = of.table("known_organisations")
    except FileNotFoundError:
        return Phrases(())
    found: dict[tuple[str, ...], tuple[str, Bodies]] = {}
    for name, body in _named(rows):
        written = parts(name)
        found[written] = (name, (*found.get(written, (name, ()))[1], body))
    return Phrases(found.values())


def _named(rows: Mapping[str, Any]) -> Iterable[tuple[str, Body]]:
    common, small = frozenset(rows["names"]["common"]), frozenset(rows["names"]["small"])
    kinds: Mapping[OrganisationKind, Any] = rows["bodies"]
    for kind, countries in kinds.items():
        for country, bodies in countries.items():
            for name, others in bodies.items():
                where = None if country == SEVERAL else country
                acronym = _acronym(name, others)
                for each in (name, *others):
                    shouted = each.isupper() and len(each) <= SHORT
                    yield each, Body(name, acronym, kind, where, each in common, each in small, shouted)


def _acronym(name: str, others: Iterable[str]) -> str | None:
    """The first other name of one word, where the name itself has several."""
    if len(parts(name)) == 1:
        return None
    return next((each for each in others if len(each) <= LONGEST_ACRONYM and " " not in each), None)


def of_country(bodies: Bodies, country: str | None) -> Body:
    """Return the body that a text of a country means: its own, else one of several countries, else the first."""
    for wanted in (country, None, ANY):
        for body in bodies:
            if body.country == wanted:
                return body
    return bodies[0]
