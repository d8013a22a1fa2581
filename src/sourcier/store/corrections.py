"""Corrections by hand: kept with their time, applied over what was read, taken back one by one."""

import sqlite3

from sourcier.core.correction import Correction
from sourcier.core.errors import InputError
from sourcier.store import articles, runs
from sourcier.store.overlay import checked, current
from sourcier.store.records import written

_INSERT = "INSERT INTO corrections (article, field, old, new, author, time) VALUES (?, ?, ?, ?, ?, ?)"
_LAST = "SELECT max(number) AS number FROM corrections WHERE article = ? AND field = ? AND undone IS NULL"


def correct(db: sqlite3.Connection, wish: Correction) -> str:
    """Set a field by hand and return the article's id; the caller holds the transaction, `old` is found here."""
    new = checked(wish.field, wish.new)
    article = articles.find(db, wish.article)
    old = current(articles.article(db, article), wish.field)
    if old != new:
        author = written(wish.author) if wish.author else None
        db.execute(_INSERT, (article, wish.field, old, new, author, wish.time))
        _changed(db, article)
    return article


def undo(db: sqlite3.Connection, key: str, field: str, now: str) -> str:
    """Take back the last correction of a field that holds, and return the article's id."""
    article = articles.find(db, key)
    number = db.execute(_LAST, (article, field)).fetchone()["number"]
    if number is None:
        raise InputError(f"{key}: no correction of {field} to take back")
    db.execute("UPDATE corrections SET undone = ? WHERE number = ?", (now, number))
    _changed(db, article)
    return article


def corrections(db: sqlite3.Connection, key: str | None) -> list[Correction]:
    """Return the corrections of one article or of all, in order of time, those taken back with them."""
    article = None if key is None else articles.find(db, key)
    rows = db.execute("SELECT * FROM corrections WHERE article = coalesce(?, article) ORDER BY number", (article,))
    return [
        Correction(row["article"], row["field"], row["old"], row["new"], row["author"], row["time"], row["undone"])
        for row in rows
    ]


def _changed(db: sqlite3.Connection, article: str) -> None:
    articles.settle(db, article)
    runs.count_change(db)
