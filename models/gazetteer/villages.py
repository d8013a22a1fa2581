"""Villages, towns, sites and quarters that GeoNames' list lacks, by hand, in their region and without points."""

from collections.abc import Iterable

from models.gazetteer.tables import listed, table
from sourcier.core.place import Place, PlaceKind
from sourcier.reading.gazetteer.entry import Entry
from sourcier.reading.gazetteer.keys import joined
from sourcier.reading.gazetteer.spelling import key

_SETTLED: tuple[PlaceKind, ...] = ("village", "town", "site")
WRITTEN: tuple[PlaceKind, ...] = (*_SETTLED, "area")


def villages(known: Iterable[Entry]) -> list[Entry]:
    """Return what villages.toml lists; `ValueError` where its country has a name already, or its region is none."""
    known = list(known)
    regions = {entry.place.admin for entry in known if entry.place.kind == "region"}
    settled = [entry for entry in known if entry.place.kind in _SETTLED]
    taken = {(entry.place.country, key(name)) for entry in settled for name in entry.usual}
    entries = [
        _entry(kind, admin, listed(names))
        for kind in WRITTEN
        for admin, rows in table("villages")[kind].items()
        for names in rows
    ]
    wrong = [entry.place.admin or "" for entry in entries if entry.place.admin not in regions]
    twice = [f"{e.place.country} {n}" for e in entries for n in e.usual if (e.place.country, key(n)) in taken]
    if wrong or twice:
        raise ValueError(f"villages.toml: no regions {sorted(set(wrong))}; known already: {', '.join(twice)}")
    return entries


def _entry(kind: PlaceKind, admin: str, names: tuple[str, ...]) -> Entry:
    country = admin.partition(".")[0]
    source = f"sourcier:{kind}-{country}-{key(names[0]).replace(' ', '-')}"
    place = Place(names[0], kind, country, None, None, None, source, admin)
    return Entry(place, names, tuple(filter(None, map(joined, names))))
