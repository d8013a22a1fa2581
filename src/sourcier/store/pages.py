"""The versions of pages as rows: told apart anew for each page whose texts changed."""

import sqlite3
from datetime import datetime

from sourcier.core.moment import Moment
from sourcier.core.version import Basis
from sourcier.store.same_page import page_text, versions

MOST = 500
"""Texts at one address; an address with more is no page's, and they are not compared."""

_COUNT = "SELECT count(*) FROM articles WHERE page = ?"
_TEXTS = "SELECT number, id, text, title, outlet, published, captured, first_seen FROM articles WHERE page = ?"
_FORGET = "DELETE FROM versions WHERE article IN (SELECT number FROM articles WHERE page = ?)"
_ADDED = """
SELECT count(*) - count(DISTINCT first)
    FILTER (WHERE NOT EXISTS (SELECT 1 FROM versions o WHERE o.first = v.first AND o.article <= ?1))
FROM versions v WHERE article > ?1
"""


def settle(db: sqlite3.Connection) -> None:
    """Tell the versions apart of each page whose texts changed; the caller holds the transaction."""
    touched = db.execute("SELECT page FROM touched_pages").fetchall()
    for row in touched:
        _settle(db, row["page"])
    if touched:
        db.execute("DELETE FROM touched_pages")


def highest(db: sqlite3.Connection) -> int:
    """Return the number of the article that came last."""
    return int(db.execute("SELECT coalesce(max(number), 0) FROM articles").fetchone()[0])


def added(db: sqlite3.Connection, before: int) -> int:
    """Return of how many articles after the number `before` their page had a version already, new ones counted."""
    return int(db.execute(_ADDED, (before,)).fetchone()[0])


def when(row: sqlite3.Row) -> tuple[Moment, Basis]:
    """Return the time that an article is ordered by among the versions of its page, and what it is."""
    if row["captured"] is not None:
        return Moment(row["captured"]), "captured"
    if row["published"] is not None:
        return Moment(row["published"]), "published"
    return Moment(row["first_seen"]), "first_seen"


def _settle(db: sqlite3.Connection, page: int) -> None:
    db.execute(_FORGET, (page,))
    if not 1 < db.execute(_COUNT, (page,)).fetchone()[0] <= MOST:  # before any text is read
        return
    rows = sorted(db.execute(_TEXTS, (page,)), key=_order)
    texts = (page_text(row["number"], row["text"], row["title"], row["outlet"]) for row in rows)
    for found in versions(texts):
        places = ((number, found[0], place) for place, number in enumerate(found, 1))
        db.executemany("INSERT INTO versions (article, first, position) VALUES (?, ?, ?)", places)


def _order(row: sqlite3.Row) -> tuple[datetime, str, str]:
    return when(row)[0].earliest, row["first_seen"], row["id"]
