"""What is still to be done, article by article; what was not done when a run was stopped stands here for the next."""

import json
import sqlite3
from collections.abc import Iterable

# Filtered by the articles there are: a number that is none would be to be done for ever.
_EXISTING = "SELECT number FROM articles WHERE number IN (SELECT value FROM json_each(?))"
_MARK_PENDING = f"INSERT OR IGNORE INTO pending (article, taken) SELECT number, 1 FROM ({_EXISTING})"  # noqa: S608 -- constants
_MARK_UNJUDGED = f"INSERT OR IGNORE INTO unjudged (article) {_EXISTING}"
_PART = 50_000  # numbers in one statement


def take(db: sqlite3.Connection) -> list[int]:
    """Return the articles to be matched, and note that they were taken: what changes from now on stays to be done."""
    db.execute("UPDATE pending SET taken = 1 WHERE taken = 0")
    return pending(db)


def pending(db: sqlite3.Connection) -> list[int]:
    """Return the articles to be matched, and leave them as they are: for those who only look."""
    return [number for (number,) in db.execute("SELECT article FROM pending ORDER BY article")]


def unjudged(db: sqlite3.Connection) -> list[int]:
    """Return the articles whose directions, edits and family are to be found."""
    return [number for (number,) in db.execute("SELECT article FROM unjudged ORDER BY article")]


def gone(db: sqlite3.Connection) -> list[int]:
    """Return the deleted articles that an index may still hold."""
    return [number for (number,) in db.execute("SELECT number FROM gone ORDER BY number")]


def forget_gone(db: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Note that no index holds these any more."""
    db.executemany("DELETE FROM gone WHERE number = ?", ((number,) for number in numbers))


def mark(db: sqlite3.Connection, pending: Iterable[int], unjudged: Iterable[int]) -> None:
    """Note articles as to be matched (as taken already, unless they stood there) and as to be judged."""
    for statement, numbers in ((_MARK_PENDING, sorted(set(pending))), (_MARK_UNJUDGED, sorted(set(unjudged)))):
        for start in range(0, len(numbers), _PART):
            db.execute(statement, (json.dumps(numbers[start : start + _PART]),))


def mark_all(db: sqlite3.Connection) -> None:
    """Note every article as to be matched."""
    db.execute(
        "INSERT INTO pending (article) SELECT number FROM articles WHERE TRUE ON CONFLICT DO UPDATE SET taken = 0"
    )


def clear(db: sqlite3.Connection) -> None:
    """Note that nothing is to be done."""
    db.execute("DELETE FROM pending")
    db.execute("DELETE FROM unjudged")


def anything(db: sqlite3.Connection) -> bool:
    """Tell whether anything is to be done."""
    asked = "SELECT EXISTS (SELECT 1 FROM pending) OR EXISTS (SELECT 1 FROM unjudged)"
    return bool(db.execute(asked).fetchone()[0])
