"""Waters, areas and sites, by hand and without points."""

from models.gazetteer.tables import table
from sourcier.core.place import Place, PlaceKind
from sourcier.reading.gazetteer.entry import Entry
from sourcier.reading.gazetteer.spelling import key

WRITTEN: tuple[PlaceKind, ...] = ("area", "water", "site")


def areas() -> list[Entry]:
    """Return what areas.toml lists."""
    return [
        Entry(
            Place(row["names"][0], kind, row.get("country"), None, None, None, _source(kind, row["names"][0]), None),
            tuple(row["names"]),
        )
        for kind in WRITTEN
        for row in table("areas")[kind]
    ]


def _source(kind: str, name: str) -> str:
    return f"sourcier:{kind}-{key(name).replace(' ', '-')}"
