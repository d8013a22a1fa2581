"""A ledger that is open here stays locked for other processes, however often it is opened and closed beside."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sourcier.core.errors import LedgerError
from sourcier.store import in_use
from sourcier.store.ledger import Ledger
from tests import factory

_OTHER = """
import sys
from pathlib import Path
from sourcier.store.ledger import Ledger
with Ledger(Path(sys.argv[1])) as ledger:
    print(len(ledger))
"""


def _other(path: Path) -> str:
    """Open and close it in another process, which clears up after the last one."""
    done = subprocess.run([sys.executable, "-c", _OTHER, str(path)], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_another_process_does_not_take_the_log_away(path: Path) -> None:
    one, other = factory.pair()
    with Ledger(path) as ledger:
        list(ledger.add([one]))
        with Ledger(path):
            pass
        assert _other(path) == "1"
        assert path.with_name(f"{path.name}-wal").exists(), "it is in use here"
        list(ledger.add([other]))
        assert len(ledger) == 2
        assert _other(path) == "2"
    with Ledger(path) as ledger:
        assert len(ledger) == 2


def test_what_is_closed_or_refused_is_not_in_use(path: Path) -> None:
    with Ledger(path), Ledger(path):
        assert in_use._open[path.resolve()] == 2
    assert not in_use._open
    path.with_name("x.db").write_bytes(b"no ledger at all" * 20)
    with pytest.raises(LedgerError):
        Ledger(path.with_name("x.db"))
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 9999")
    db.close()
    with pytest.raises(LedgerError):
        Ledger(path)
    assert not in_use._open
