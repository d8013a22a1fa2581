"""Regions of the first order, and some countries' departments where no town or region has their name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from models.gazetteer.middle import middle
from models.gazetteer.packages import Packages
from models.gazetteer.tables import listed, table
from sourcier.core.place import Place
from sourcier.reading.gazetteer.entry import Entry
from sourcier.reading.gazetteer.spelling import key

Points = Mapping[str, list[tuple[float, float]]]


def regions(packages: Packages) -> list[Entry]:
    """Return the first-order regions of Africa and of the countries that regions.toml lists."""
    by_hand = table("regions")
    taken = (packages.africa | set(by_hand["beyond_africa"])) - set(by_hand["leave_out"])
    suffix = re.compile(rf" (?:{'|'.join(by_hand['generic'])})$")
    points, codes = _points(packages), _iso(packages.codes)
    entries = []
    for code, name in sorted(packages.regions.items()):
        country = code.partition(".")[0]
        if country in taken:
            plain = suffix.sub("", name)
            usual = listed(by_hand["names"].get(code, plain))
            source = _found(codes.get(country, {}), (*usual, plain, name)) or f"geonames:{code}"
            lat, lon, radius = middle(points.get(code, []))
            place = Place(usual[0], "region", country, lat, lon, None, source, code, radius)
            entries.append(Entry(place, usual, (plain,)))
    return entries


def made_since(towns: Iterable[Entry]) -> Iterator[Entry]:
    """Yield regions younger than the packages, at the point of their seat and in no known region."""
    at = {(town.place.country, name): town.place for town in reversed(list(towns)) for name in town.usual}
    for row in table("regions")["made_since"]:
        seat = at[row["country"], row["seat"]]
        name, source = row["names"][0], f"sourcier:region-{row['country']}-{key(row['names'][0])}"
        place = Place(name, "region", row["country"], seat.lat, seat.lon, None, source, None)
        yield Entry(place, tuple(row["names"]))


def departments(packages: Packages, known: Iterable[Entry]) -> Iterator[Entry]:
    """Yield second-order regions whose name no other place of their country has: « Yatenga », « Oudalan »."""
    by_hand = table("regions")
    before = re.compile(rf"(?:{'|'.join(by_hand['generic_first'])}) (?:d[eu]s? |d['’]|of )?(?:la |l['’])?")
    after = re.compile(rf" (?:{'|'.join(by_hand['generic_second'])})$")
    taken = {(entry.place.country, key(name)) for entry in known for name in (*entry.usual, *entry.others)}
    for code, written in sorted(packages.departments.items()):
        country, first, _ = code.split(".")
        name = after.sub("", before.sub("", written))
        if country not in by_hand["second_order"] or by_hand["numbered"] in written:
            continue
        if (country, key(name)) not in taken:
            taken.add((country, key(name)))  # GeoNames lists some twice, « Barh Signaka » and « Barh-Signaka »
            place = Place(name, "region", country, None, None, None, f"geonames:{code}", f"{country}.{first}")
            yield Entry(place, (name,))


def _points(packages: Packages) -> Points:
    """The points of each first-order region's towns; towns do not say their second-order region."""
    found: dict[str, list[tuple[float, float]]] = {}
    for town in packages.towns:
        code = f"{town['countrycode']}.{town['admin1code']}"
        found.setdefault(code, []).append((town["latitude"], town["longitude"]))
    return found


def _iso(codes: list[dict[str, str]]) -> dict[str, dict[str, str]]:
    """The codes of ISO 3166-2 by country and by the key of the region's name."""
    found: dict[str, dict[str, str]] = {}
    for row in codes:
        for name in re.split(r"[/\[\],]", row["name"]):
            found.setdefault(row["code"][:2], {}).setdefault(key(name), f"iso:{row['code']}")
    return found


def _found(codes: Mapping[str, Any], names: Iterable[str]) -> str | None:
    return next((codes[key(name)] for name in names if key(name) in codes), None)
