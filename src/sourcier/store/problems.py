"""Problems met on the way, kept beside the articles."""

import sqlite3
from collections.abc import Collection, Iterable
from os.path import splitext
from pathlib import PurePath

from sourcier.core.problem import Problem
from sourcier.store.records import written

_STDIN = "-"
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


def clear(db: sqlite3.Connection, stage: str, places: Iterable[str], met: Collection[Problem]) -> None:
    """Forget what a stage once met at these files and folders, but for what it met again."""
    again = {(written(problem.where), written(problem.message)) for problem in met}
    read = set(map(written, places))
    read |= set(map(sidecar, read))
    rows = db.execute("SELECT number, location, message FROM problems WHERE stage = ?", (stage,)).fetchall()
    gone = [
        (row["number"],)
        for row in rows
        if (row["location"], row["message"]) not in again and _within(row["location"], read)
    ]
    db.executemany("DELETE FROM problems WHERE number = ?", gone)


def forget(db: sqlite3.Connection, locations: Iterable[str]) -> None:
    """Forget all problems of these locations."""
    db.executemany("DELETE FROM problems WHERE location = ?", ((written(where),) for where in locations))


def sidecar(path: str) -> str:
    """Return where the metadata beside an article's file stand."""
    return f"{splitext(path)[0]}.json"  # noqa: PTH122 -- a path as it is written in the ledger


def _within(location: str, places: Collection[str]) -> bool:
    """Tell whether a location is one of these files, a line of one, or in one of these folders."""
    file = location.rpartition("#")[0]
    folders = () if _STDIN in {location, file} else (each.as_posix() for each in PurePath(location).parents)
    return any(place in places for place in (location, file, *folders))
