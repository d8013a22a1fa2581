"""Whether two sightings of people are of one: what speaks for it and against it, in bits.

A name says the more the rarer it is; so do an office, a country and company. What it takes is `ENOUGH`. A surname or a
given name says nothing by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, reduce

from sourcier.core.entity import Reason
from sourcier.reading.entities.census import Census
from sourcier.reading.entities.compared import Compared, apart
from sourcier.reading.entities.likeness import Likeness, likeness
from sourcier.reading.entities.naming import Name
from sourcier.reading.entities.offices import offices
from sourcier.reading.entities.offices_compared import Agreement, agreement
from sourcier.reading.entities.profile import Profile

_COUNTRY = 3.0  # bits
_COUNTRY_TELLS = 8.0  # where bearers of the name are known in several countries
_SHARED_NAME = 10.0  # bits that a name says at most that several are known to bear
_BODY = 5.0  # the body that one serves is named beside the other
_FREQUENT_NAME = 12.5  # bits that a name of frequent words says at most, however many they are
_MOST_COMPANY = 8.0
_CHANCE = 0.5  # of that, where the name is frequent and the articles are of different weeks
_TOLD = 3  # companions named in a reason
_SAME_OUTLET = 0.5
_NEAR = 7  # days
_NEAR_BITS = 0.5


@dataclass(frozen=True, slots=True)
class Homonyms:
    """How several are known to bear a name: in several countries, or in one with offices that no one man has."""

    countries: bool = False
    offices: bool = False


NOBODY = Homonyms()
Alike = Callable[[Name, Name], Likeness]


def compared(
    left: Profile, right: Profile, census: Census, homonyms: Homonyms = NOBODY, alike_of: Alike | None = None
) -> Compared:
    """Compare two people; `alike_of` tells how far names are one, where that is known already."""
    if left.country and right.country and left.country != right.country:
        return apart("country", f"{left.country} ≠ {right.country}")
    if left.gender and right.gender and left.gender != right.gender:
        return apart("gender", f"{left.gender} ≠ {right.gender}")
    one, other, alike = _names(left, right, alike_of or partial(likeness, census=census))
    if alike.level == "different":
        return apart("name", f"{one.key} ≠ {other.key}")
    same_country = left.country is not None and left.country == right.country
    said = _said(left, right, census.language, same_country=same_country)
    most = _SHARED_NAME if homonyms.countries or homonyms.offices else _FREQUENT_NAME if one.frequent else alike.bits
    name = min(alike.bits, most)
    reasons = [Reason("name" if alike.level == "same" else alike.level, _both(one, other), name)]
    if not (same_country or said.reason or left.serves or right.serves) and _strangers(left, right):
        return Compared(name, hard=False, silent=alike.level == "single", reasons=tuple(reasons))
    if same_country:
        tells = homonyms.countries and not homonyms.offices and not one.frequent
        reasons.append(Reason("country", str(left.country), _COUNTRY_TELLS if tells else _COUNTRY))
    if said.reason:
        reasons.append(said.reason)
    served = sorted(left.serves & right.near | left.near & right.serves | left.serves & right.serves)
    if served and not said.certain:
        reasons.append(Reason("body", served[0], _BODY))
    reasons += _company(left, right, census, frequent=one.frequent)
    bits = sum(reason.weight for reason in reasons)
    silent = alike.level == "single" and not (said.certain and same_country)
    return Compared(bits, _impossible(said, one), silent, tuple(reasons))


def _names(left: Profile, right: Profile, alike_of: Alike) -> tuple[Name, Name, Likeness]:
    """The two names that are most alike, of all that the articles have."""
    best = (left.name, right.name, alike_of(left.name, right.name))
    if left.also or right.also:
        every = [(one, other) for one in (left.name, *left.also) for other in (right.name, *right.also)]
        found = [(one, other, alike_of(one, other)) for one, other in every]
        best = reduce(lambda kept, new: new if new[2].bits > kept[2].bits else kept, found, best)
    return best


def _said(left: Profile, right: Profile, code: str, *, same_country: bool) -> Agreement:
    table = offices(code)
    if table is None or not left.offices or not right.offices:
        return Agreement(0.0, certain=False, reason=None)
    apart = None if left.day is None or right.day is None else abs(left.day - right.day)
    return agreement(left.offices, right.offices, table, apart, same_country=same_country)


def _company(left: Profile, right: Profile, census: Census, *, frequent: bool) -> list[Reason]:
    """What shared companions say: of a frequent name less, but in the days of one story."""
    shared = left.companions & right.companions | left.companions & right.acronyms | left.acronyms & right.companions
    bits = {key: census.company(key) for key in shared}
    told = sorted((key for key in bits if bits[key] > 0), key=lambda key: (-bits[key], key))
    if not told:
        return []
    apart = None if left.day is None or right.day is None else abs(left.day - right.day)
    near = apart is not None and apart <= _NEAR
    weight = min(_MOST_COMPANY, sum(sorted(bits.values()))) * (_CHANCE if frequent and not near else 1.0)
    reasons = [Reason("company", ", ".join(told[:_TOLD]), weight)]
    if near:
        reasons.append(Reason("time", f"{apart} d", _NEAR_BITS))
    if left.outlet is not None and left.outlet == right.outlet:
        reasons.append(Reason("outlet", left.outlet, _SAME_OUTLET))
    return reasons


def _strangers(left: Profile, right: Profile) -> bool:
    apart = left.companions.isdisjoint(right.companions)
    return apart and left.companions.isdisjoint(right.acronyms) and left.acronyms.isdisjoint(right.companions)


def _impossible(said: Agreement, name: Name) -> bool:
    """A frequent name with offices that do not go together is borne by two."""
    return said.bits < 0 and name.frequent


def _both(one: Name, other: Name) -> str:
    return one.key if one.key == other.key else " = ".join(sorted((one.key, other.key)))
