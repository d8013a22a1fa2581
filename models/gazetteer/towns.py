"""Towns: all of Africa that GeoNames knows with 500 inhabitants or as a seat, those of 15,000 beyond, all capitals."""

from typing import Any

from models.gazetteer.packages import Packages
from models.gazetteer.spellings import worth
from models.gazetteer.tables import listed, table
from sourcier.core.place import Place
from sourcier.reading.gazetteer.entry import Entry
from sourcier.reading.gazetteer.keys import joined

LARGE_ENOUGH = 15_000  # inhabitants, beyond Africa


def towns(packages: Packages) -> list[Entry]:
    """Return the towns; `ValueError` where one that is named by hand is not there."""
    africa, french = packages.africa, {country: dict(names) for country, names in table("towns").items()}
    capitals = {(code, capital(code, country)) for code, country in packages.countries.items()}
    entries = []
    for row in _largest_first(packages.towns):
        country, name = row["countrycode"], row["name"]
        named = listed(french.get(country, {}).pop(name, ()))
        if named or country in africa or row["population"] >= LARGE_ENOUGH or (country, name) in capitals:
            entries.append(_entry(row, named, african=country in africa))
    missing = [f"{country} {name}" for country, names in french.items() for name in names]
    if missing:
        raise ValueError(f"towns.toml names towns that GeoNames has not: {', '.join(missing)}")
    return entries


def capital(code: str, country: dict[str, Any]) -> str:
    """Return the name of a country's capital as GeoNames writes the town."""
    name: str = table("countries")["capitals"].get(code, country["capital"])
    return name


def _largest_first(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of two towns of one name in one country, the larger one is named by hand."""
    return sorted(rows, key=lambda row: (-row["population"], row["geonameid"]))


def _entry(row: dict[str, Any], named: tuple[str, ...], *, african: bool) -> Entry:
    usual = tuple(dict.fromkeys([*named, row["name"]]))
    others = [
        name
        for name in row["alternatenames"]
        if worth(name, row["name"], african=african, inhabitants=row["population"])
    ]
    if african:
        others += filter(None, map(joined, usual))
    country, admin = row["countrycode"], row["admin1code"]
    return Entry(
        Place(
            name=usual[0],
            kind="town",
            country=country,
            lat=row["latitude"],
            lon=row["longitude"],
            population=row["population"] or None,
            source_id=f"geonames:{row['geonameid']}",
            admin=f"{country}.{admin}" if admin and admin != "00" else None,
        ),
        usual,
        tuple(others),
    )
