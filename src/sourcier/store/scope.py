"""How many texts the ledger holds, and of which dates: what an absence is relative to."""

import sqlite3

from sourcier.core.family import Searched

_ALL = "SELECT count(*) FROM articles"
_UNDATED = "SELECT count(*) FROM articles WHERE instant IS NULL"  # the fewer, and so the quicker to count
_FIRST = """
SELECT published FROM articles WHERE instant IS NOT NULL AND id IS NOT ? ORDER BY instant, number LIMIT 1
"""
_LAST = """
SELECT published FROM articles WHERE instant IS NOT NULL AND id IS NOT ? ORDER BY instant DESC, number DESC LIMIT 1
"""


def searched(db: sqlite3.Connection, without: str | None = None) -> Searched:
    """Return the scope of the whole ledger, but for the article of the id `without` where it is there."""
    articles, undated = (db.execute(sql).fetchone()[0] for sql in (_ALL, _UNDATED))
    if row := db.execute("SELECT instant FROM articles WHERE id = ?", (without,)).fetchone():
        articles, undated = articles - 1, undated - (row["instant"] is None)
    first, last = (db.execute(sql, (without,)).fetchone() for sql in (_FIRST, _LAST))
    start, end = (row["published"] if row else None for row in (first, last))
    return Searched(articles, start, end, articles - undated)
