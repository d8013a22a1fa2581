"""A user's own places: what each file gave, and all of it as one gazetteer's file."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from zlib import crc32

from sourcier.core.errors import InputError
from sourcier.core.listed import Listed
from sourcier.core.place import Place
from sourcier.core.places_file import PlacesFile

_SAVE = """
INSERT INTO gazetteer_places (file, name, kind, country, lat, lon, population, source_id, admin, names)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PLACES = """
SELECT name, kind, country, lat, lon, population, source_id, admin, names FROM gazetteer_places ORDER BY number
"""
_FILES = """
SELECT f.name, f.added, count(p.number) AS places, count(p.lat) AS pointed
FROM gazetteer_files f LEFT JOIN gazetteer_places p ON p.file = f.number GROUP BY f.number ORDER BY f.name
"""
Encode = Callable[[Iterable[Listed]], bytes]


def add(db: sqlite3.Connection, name: str, places: Iterable[Listed], time: str) -> None:
    """Keep the places of a file in place of those that one of its name gave; the caller holds the transaction."""
    db.execute("DELETE FROM gazetteer_files WHERE name = ?", (name,))
    file = db.execute("INSERT INTO gazetteer_files (name, added) VALUES (?, ?)", (name, time)).lastrowid
    db.executemany(_SAVE, ((file, *_row(each)) for each in places))


def remove(db: sqlite3.Connection, name: str) -> None:
    """Forget a file's places; raises InputError where none is called so."""
    if not db.execute("DELETE FROM gazetteer_files WHERE name = ?", (name,)).rowcount:
        known = ", ".join(each.name for each in files(db))
        raise InputError(f"no file of places is called {name}", f"there are: {known}" if known else None)


def encode(db: sqlite3.Connection, made: Encode) -> None:
    """Make the gazetteer's file of all places, or none where there are none."""
    db.execute("DELETE FROM gazetteer")
    if db.execute("SELECT 1 FROM gazetteer_places LIMIT 1").fetchone():
        file = made(_places(db))
        db.execute("INSERT INTO gazetteer (id, checksum, file) VALUES (1, ?, ?)", (f"{crc32(file):08x}", file))


def files(db: sqlite3.Connection) -> list[PlacesFile]:
    """Return the files by name."""
    return [PlacesFile(*row) for row in db.execute(_FILES)]


def checksum(db: sqlite3.Connection) -> str:
    """Return what tells the places from any others, "" where there are none."""
    row = db.execute("SELECT checksum FROM gazetteer").fetchone()
    return str(row[0]) if row else ""


def encoded(db: sqlite3.Connection) -> bytes | None:
    """Return the gazetteer's file of all places, None where there are none."""
    row = db.execute("SELECT file FROM gazetteer").fetchone()
    return bytes(row[0]) if row else None


def _row(each: Listed) -> tuple[object, ...]:
    place = each.place
    point = (place.lat, place.lon, place.population, place.source_id, place.admin)
    return (place.name, place.kind, place.country, *point, json.dumps(each.names, ensure_ascii=False))


def _places(db: sqlite3.Connection) -> Iterator[Listed]:
    for name, kind, country, lat, lon, population, source_id, admin, names in db.execute(_PLACES):
        place = Place(name, kind, country, lat, lon, population, source_id, admin)
        yield Listed(place, tuple(json.loads(names)))
