"""How often names are borne and named, by doublings; whom it concerns when one counts otherwise than before."""

import sqlite3
from math import floor, log2

from sourcier.store.sightings import as_number

_LEAST, _MOST = 8, 128  # articles: a name in fewer is rare, one in more is everywhere
_MOST_BORNE = 8  # doublings

_NAMED = f"SELECT count(*) FROM (SELECT 1 FROM named WHERE name = ? LIMIT {_MOST})"  # noqa: S608 -- a number
_BORNE = "SELECT count(*) FROM borne WHERE word = ? GROUP BY name"
_LEVEL = "SELECT level FROM name_levels WHERE borne = ? AND name = ?"
_BESIDE = """
INSERT OR IGNORE INTO unresolved (sighting)
SELECT number FROM sightings WHERE kind = 'person' AND article IN (SELECT article FROM named WHERE name = ?)
"""
_BEARERS = """
INSERT OR IGNORE INTO unresolved (sighting)
SELECT number FROM sightings WHERE kind = 'person' AND article IN (SELECT article FROM borne WHERE word = ?)
"""


def named(db: sqlite3.Connection, name: str) -> int:
    """Return how many articles name somebody so, by doublings from 8 to 128; 1 for fewer."""
    return _named(db, as_number(name))


def borne(db: sqlite3.Connection, word: str) -> int:
    """Return of how many full names a word is part, by doublings; those that are seldom found count for little."""
    return _borne(db, as_number(word))


def touched(db: sqlite3.Connection) -> bool:
    """Tell whether names may count otherwise than before."""
    return db.execute("SELECT 1 FROM touched_names LIMIT 1").fetchone() is not None


def settle(db: sqlite3.Connection) -> None:
    """Note the persons that names which count otherwise now may make others of; the caller holds the transaction."""
    for is_borne, name in db.execute("SELECT borne, name FROM touched_names").fetchall():
        level = _borne(db, name) if is_borne else _named(db, name)
        before = db.execute(_LEVEL, (is_borne, name)).fetchone()
        if level == (before["level"] if before else 1):
            continue
        db.execute("DELETE FROM name_levels WHERE borne = ? AND name = ?", (is_borne, name))
        if level > 1:
            db.execute("INSERT INTO name_levels (borne, name, level) VALUES (?, ?, ?)", (is_borne, name, level))
        db.execute(_BEARERS if is_borne else _BESIDE, (name,))
    db.execute("DELETE FROM touched_names")


def _named(db: sqlite3.Connection, name: int) -> int:
    count = int(db.execute(_NAMED, (name,)).fetchone()[0])
    return 1 << (count.bit_length() - 1) if count >= _LEAST else 1


def _borne(db: sqlite3.Connection, word: int) -> int:
    counts = [count for (count,) in db.execute(_BORNE, (word,))]
    if not counts:
        return 1
    different = sum(counts) ** 2 / sum(count * count for count in counts)  # inverse Simpson index
    return 1 << min(_MOST_BORNE, floor(log2(different) + 1e-9))
