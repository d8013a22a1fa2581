"""Who and what each article names, and under which keys: names are kept once an article, keys as numbers."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from sourcier.core.entity import EntityKind, Sighting
from sourcier.store.compact import packed, unpacked

_PART = 20_000  # numbers in one statement
_OLD = "SELECT reference, kind, entity FROM sightings WHERE article = ? AND entity IS NOT NULL"
_ROW = "INSERT INTO sightings (article, position, kind, reference, entity) VALUES (?, ?, ?, ?, ?)"
_UNDER = """
SELECT number FROM sightings WHERE number IN
    (SELECT sighting FROM sighting_blocks WHERE block IN (SELECT value FROM json_each(?)))
"""
_SOME = """
SELECT number, article, position, entity FROM sightings WHERE number IN (SELECT value FROM json_each(?))
ORDER BY article, position
"""
_OF_ENTITY = "SELECT number FROM sightings WHERE entity IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Sighted:
    """All sightings of one article, in order."""

    sightings: tuple[Sighting, ...]


class Keys(NamedTuple):
    """By what a sighting is found and counted.

    `reference` names it within its article; `blocks` are what it is looked for by, `name` what it is called beside
    others, `words` (word, full name) those of a person's name
    that tell people apart.
    """

    reference: str
    blocks: tuple[str, ...]
    name: str
    words: tuple[tuple[str, str], ...] = ()


class Kept(NamedTuple):
    """A sighting of the ledger with its number, and the entity that it was last found to be of."""

    number: int
    sighting: Sighting
    entity: str | None


def as_number(text: str) -> int:
    """Return 64 bits that stand for a key."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)


def unsighted(db: sqlite3.Connection) -> list[int]:
    """Return the articles whose facts were not looked through for sightings, in order."""
    return [number for (number,) in db.execute("SELECT article FROM unsighted ORDER BY article")]


def save(db: sqlite3.Connection, article: int, found: Sighted, keys: Iterable[Keys]) -> None:
    """Put the sightings of an article in place of those that it had; where they are the same, nothing is done."""
    db.execute("DELETE FROM unsighted WHERE article = ?", (article,))
    kept = packed(found)
    before = db.execute("SELECT found FROM sighted WHERE article = ?", (article,)).fetchone()
    if (before is not None and before["found"] == kept) or not _there(db, article):
        return
    old = {(row["kind"], row["reference"]): row["entity"] for row in db.execute(_OLD, (article,))}
    db.execute("DELETE FROM sighted WHERE article = ?", (article,))
    db.execute("INSERT INTO sighted (article, found) VALUES (?, ?)", (article, kept))
    for position, (sighting, own) in enumerate(zip(found.sightings, keys, strict=True)):
        reference = as_number(f"{sighting.kind}|{own.reference}")
        row = (article, position, sighting.kind, reference, old.get((sighting.kind, reference)))
        _insert(db, row, own)


def under(db: sqlite3.Connection, blocks: Collection[str]) -> list[int]:
    """Return the sightings that have any of these blocks."""
    return _numbers(db, _UNDER, map(as_number, blocks))


def of_entities(db: sqlite3.Connection, ids: Iterable[str]) -> list[int]:
    """Return the sightings of entities."""
    return [number for (number,) in db.execute(_OF_ENTITY, (json.dumps(list(ids)),))]


def load(db: sqlite3.Connection, numbers: Iterable[int]) -> list[Kept]:
    """Return sightings, in order of their articles."""
    wanted = sorted(set(numbers))
    found: list[Kept] = []
    whole: tuple[int, tuple[Sighting, ...]] = (-1, ())
    for start in range(0, len(wanted), _PART):
        for row in db.execute(_SOME, (json.dumps(wanted[start : start + _PART]),)).fetchall():
            if whole[0] != row["article"]:
                whole = row["article"], _of_article(db, row["article"])
            found.append(Kept(row["number"], whole[1][row["position"]], row["entity"]))
    return found


def _there(db: sqlite3.Connection, article: int) -> bool:
    return db.execute("SELECT 1 FROM articles WHERE number = ?", (article,)).fetchone() is not None


def _of_article(db: sqlite3.Connection, article: int) -> tuple[Sighting, ...]:
    row = db.execute("SELECT found FROM sighted WHERE article = ?", (article,)).fetchone()
    return unpacked(Sighted, row["found"]).sightings


def _insert(db: sqlite3.Connection, row: tuple[int, int, EntityKind, int, str | None], own: Keys) -> None:
    article, number = row[0], db.execute(_ROW, row).lastrowid
    blocks = {as_number(block) for block in own.blocks}
    db.executemany("INSERT INTO sighting_blocks (block, sighting) VALUES (?, ?)", ((each, number) for each in blocks))
    db.execute("INSERT OR IGNORE INTO unresolved (sighting) VALUES (?)", (number,))
    db.execute("INSERT OR IGNORE INTO named (name, article) VALUES (?, ?)", (as_number(own.name), article))
    words = ((as_number(word), as_number(name), article) for word, name in own.words)
    db.executemany("INSERT OR IGNORE INTO borne (word, name, article) VALUES (?, ?, ?)", words)


def _numbers(db: sqlite3.Connection, sql: str, values: Iterable[int]) -> list[int]:
    given = list(values)
    found: set[int] = set()
    for start in range(0, len(given), _PART):
        found.update(number for (number,) in db.execute(sql, (json.dumps(given[start : start + _PART]),)))
    return sorted(found)
