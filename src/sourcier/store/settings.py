"""What a ledger is called to the index beside it, and by which parameters its texts are fingerprinted."""

import json
import sqlite3
from collections.abc import Mapping

_VALUE = "SELECT value FROM settings WHERE name = ?"


def identity(db: sqlite3.Connection) -> str:
    """Return 32 hex digits that no other ledger has, but for a copy of this one."""
    return str(db.execute(_VALUE, ("identity",)).fetchone()[0])


def parameters(db: sqlite3.Connection) -> dict[str, int]:
    """Return the parameters by name, none before they were set."""
    found: dict[str, int] = json.loads(db.execute(_VALUE, ("parameters",)).fetchone()[0])
    return found


def set_parameters(db: sqlite3.Connection, values: Mapping[str, int]) -> None:
    """Fix the parameters; the caller holds the transaction."""
    db.execute("UPDATE settings SET value = ? WHERE name = 'parameters'", (json.dumps(dict(values), sort_keys=True),))
