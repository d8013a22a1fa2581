"""Problems met on the way, kept beside the articles."""

import sqlite3
from collections.abc import Iterable

from sourcier.core.problem import Problem
from sourcier.store.records import written

_INSERT = """
INSERT INTO problems (stage, location, message, hint, time) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (stage, location, message) DO UPDATE SET hint = excluded.hint, time = excluded.time
"""


def insert(db: sqlite3.Connection, problems: Iterable[Problem], now: str) -> None:
    """Keep problems; the same one met again is kept once."""
    rows = ((p.stage, written(p.where), written(p.message), p.hint, now) for p in problems)
    db.executemany(_INSERT, rows)


def load(db: sqlite3.Connection) -> list[Problem]:
    """Return the problems in the order in which they were first met."""
    rows = db.execute("SELECT * FROM problems ORDER BY number")
    return [Problem(row["stage"], row["location"], row["message"], row["hint"]) for row in rows]


def clear(db: sqlite3.Connection, locations: Iterable[str]) -> None:
    """Forget the problems of places that are about to be read again."""
    db.executemany("DELETE FROM problems WHERE location = ?", ((written(where),) for where in locations))
