"""Ledgers for tests, with a clock that stands."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest

from sourcier.core.address import host
from sourcier.store.connection import APPLICATION
from sourcier.store.ledger import Ledger
from sourcier.store.records import instant

Open = Callable[[], Ledger]
MIGRATIONS = sorted(
    (each for each in (files("sourcier.store") / "migrations").iterdir() if each.name.endswith(".sql")),
    key=lambda each: each.name,
)


def older(path: Path, version: int, rows: str = "") -> None:
    """Make the ledger that a version of before wrote, with what a script puts into it."""
    with sqlite3.connect(path) as db:
        db.create_function("instant", 1, instant, deterministic=True)
        db.create_function("host_of", 1, host, deterministic=True)
        for script in MIGRATIONS[:version]:
            db.executescript(script.read_text("utf-8"))
        db.executescript(f"{rows}; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {version}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sourcier.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger(path, wait=0.05, now=lambda: datetime(2031, 3, 5, 12, tzinfo=UTC)) as opened:
        yield opened
