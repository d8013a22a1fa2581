"""« This is not taken from that »: kept with its time and author, laid over every lineage, taken back at will."""

import sqlite3

from sourcier.core.denial import Denial
from sourcier.core.errors import InputError
from sourcier.store import articles
from sourcier.store.records import written

_INSERT = "INSERT INTO denials (derived, source, author, time) VALUES (?, ?, ?, ?)"
_HOLDING = """
SELECT * FROM denials
WHERE undone IS NULL AND min(derived, source) = min(?1, ?2) AND max(derived, source) = max(?1, ?2)
"""
_OF_ONE = "SELECT * FROM denials WHERE derived = ?1 OR source = ?1 ORDER BY number"


def deny(db: sqlite3.Connection, wish: Denial) -> Denial:
    """Keep a denial, unless one holds for the two already, and return the one that holds; `wish` may name them by path.

    The caller holds the transaction. Raises InputError for one article named twice, UnknownArticle.
    """
    derived, source = _pair(db, wish.derived, wish.source)
    if known := holding(db, derived, source):
        return known
    author = written(wish.author) if wish.author else None
    db.execute(_INSERT, (derived, source, author, wish.time))
    return Denial(derived, source, author, wish.time)


def allow(db: sqlite3.Connection, derived: str, source: str, now: str) -> Denial:
    """Take back the denial of two articles, given in either order, and return it."""
    row = db.execute(_HOLDING, _pair(db, derived, source)).fetchone()
    if row is None:
        raise InputError(f"{derived} and {source}: no denial to take back")
    db.execute("UPDATE denials SET undone = ? WHERE number = ?", (now, row["number"]))
    return Denial(row["derived"], row["source"], row["author"], row["time"], now)


def holding(db: sqlite3.Connection, derived: str, source: str) -> Denial | None:
    """Return the denial that holds for two ids in either order, None where there is none."""
    row = db.execute(_HOLDING, (derived, source)).fetchone()
    return None if row is None else _denial(row)


def denials(db: sqlite3.Connection, key: str | None) -> list[Denial]:
    """Return the denials that concern one article, or all, in order of time, those taken back with them."""
    if key is None:
        return [_denial(row) for row in db.execute("SELECT * FROM denials ORDER BY number")]
    return [_denial(row) for row in db.execute(_OF_ONE, (articles.find(db, key),))]


def move(db: sqlite3.Connection, gone: str, kept: str) -> None:
    """Make what was said of one article hold for another that turns out to be the same."""
    for row in db.execute(_OF_ONE, (gone,)).fetchall():
        derived, source = (kept if each == gone else each for each in (row["derived"], row["source"]))
        if derived == source or (row["undone"] is None and holding(db, derived, source)):
            continue  # said of the article and itself, or said already: it goes with the row that goes
        db.execute("UPDATE denials SET derived = ?, source = ? WHERE number = ?", (derived, source, row["number"]))


def _pair(db: sqlite3.Connection, derived: str, source: str) -> tuple[str, str]:
    pair = articles.find(db, derived), articles.find(db, source)
    if pair[0] == pair[1]:
        raise InputError(f"{derived} and {source} are one article", "name two articles")
    return pair


def _denial(row: sqlite3.Row) -> Denial:
    return Denial(row["derived"], row["source"], row["author"], row["time"], row["undone"])
