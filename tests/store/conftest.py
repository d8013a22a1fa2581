"""Ledgers for tests, with a clock that stands."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sourcier.store.ledger import Ledger

Open = Callable[[], Ledger]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sourcier.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger(path, wait=0.05, now=lambda: datetime(2031, 3, 5, 12, tzinfo=UTC)) as opened:
        yield opened
