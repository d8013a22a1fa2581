"""Pairs of versions of one page: one article at two times, and no pair of articles that could take up one another."""

import sqlite3
from dataclasses import dataclass

_ALL = "SELECT sum(n * (n - 1) / 2) AS pairs FROM (SELECT count(*) AS n FROM versions GROUP BY first)"
_TOGETHER = """
SELECT sum(n * (n - 1) / 2) AS pairs FROM (
    SELECT count(*) AS n FROM versions v JOIN articles a ON a.number = v.article
    JOIN family_articles m ON m.article = a.id GROUP BY v.first, m.family)
"""
_SAME = """
SELECT 1 FROM articles a JOIN versions v ON v.article = a.number JOIN versions w ON w.first = v.first
JOIN articles b ON b.number = w.article WHERE a.id = ? AND b.id = ?
"""


@dataclass(frozen=True, slots=True)
class VersionPairs:
    """How many pairs of articles are versions of one page, and how many of those are in one family."""

    pairs: int
    together: int


def count(db: sqlite3.Connection) -> VersionPairs:
    """Return how many there are."""
    return VersionPairs(*(db.execute(statement).fetchone()["pairs"] or 0 for statement in (_ALL, _TOGETHER)))


def one_page(db: sqlite3.Connection, one: str, other: str) -> bool:
    """Tell whether two articles are versions of one page."""
    return db.execute(_SAME, (one, other)).fetchone() is not None
