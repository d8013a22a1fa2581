"""Which names several people of a ledger are known to bear."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sourcier.reading.entities.offices import ANY, UNKNOWN, Offices
from sourcier.reading.entities.people import Homonyms
from sourcier.reading.entities.profile import Profile

_NOISE = 0.05  # a smaller share of the sightings of a name is a slip of the readers, not another bearer


def homonyms(profiles: Iterable[Profile], table: Offices | None) -> Mapping[str, Homonyms]:
    """Return the names, by their spelling, that are known to be of several.

    Of a frequent name two fields are enough, of another they must be such as one man has not both.
    """
    frequent: set[str] = set()
    countries: defaultdict[str, Counter[str]] = defaultdict(Counter)
    fields: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for profile in profiles:
        spelling = profile.name.spelling
        if profile.name.frequent:
            frequent.add(spelling)
        if profile.country:
            countries[spelling][profile.country] += 1
        for field in {office.field for office in profile.offices} - {UNKNOWN}:
            fields[spelling][field] += 1
    found = {}
    for spelling in countries.keys() | fields.keys():
        told = _told(fields[spelling])
        several = len([field for field in told if field != ANY]) > 1 if spelling in frequent else _strange(told, table)
        one = Homonyms(len(_told(countries[spelling])) > 1, several)
        if one.countries or one.offices:
            found[spelling] = one
    return found


def _told(counts: Counter[str]) -> list[str]:
    least = _NOISE * counts.total()
    return sorted(what for what, count in counts.items() if count >= least)


def _strange(fields: list[str], table: Offices | None) -> bool:
    return table is not None and any(not table.together(one, other) for one in fields for other in fields)
