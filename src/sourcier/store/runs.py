"""Which version of a stage last ran, and over which state of the articles."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from sourcier.store import backlog


@dataclass(frozen=True, slots=True)
class Run:
    """A stage that ran at `time` (ISO 8601, UTC) over the articles as they were at `change`."""

    version: int
    parameters: Mapping[str, object]
    change: int
    time: str


def changes(db: sqlite3.Connection) -> int:
    """Return a number that grows with every change of the articles."""
    return int(db.execute("SELECT value FROM state WHERE name = 'change'").fetchone()["value"])


def count_change(db: sqlite3.Connection) -> None:
    """Note that the articles are no longer as they were; the caller holds the transaction."""
    db.execute("UPDATE state SET value = value + 1 WHERE name = 'change'")


def stale(db: sqlite3.Connection, stage: str, version: int) -> bool:
    """Tell whether a stage is to be run: never, or by another version, or not yet over all articles."""
    run = db.execute("SELECT version FROM runs WHERE stage = ?", (stage,)).fetchone()
    return run is None or run["version"] != version or backlog.anything(db)
