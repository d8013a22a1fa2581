"""Which ledgers this process has open: their files are not to be opened once more by anything but SQLite.

On POSIX, closing a file drops all locks that the process has on it, SQLite's of other connections among them. Another
process then takes itself for the last one, and deletes the log that these connections go on writing to.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import Any

_guard = RLock()
_open: Counter[Path] = Counter()


class Connection(sqlite3.Connection):
    """A connection that notes when it is closed."""

    place: Path | None = None

    def close(self) -> None:
        """Close it; the file is in use until SQLite has let go of it."""
        super().close()
        place, self.place = self.place, None
        if place is not None:
            left(place)


def entered(path: Path, look: Callable[[], bool]) -> tuple[Path, bool]:
    """Note that a file is in use, and return its place and what `look`, which opens and closes it, tells of it.

    Of a file that is in use already `look` is not asked: it was found to be a ledger, and not new.
    """
    place = path.resolve()
    with _guard:
        told = False if _open[place] else look()
        _open[place] += 1
    return place, told


def left(place: Path) -> None:
    """Note that one connection fewer uses the file."""
    with _guard:
        _open[place] -= 1
        if _open[place] <= 0:
            del _open[place]


def connected(address: str, place: Path, **how: Any) -> Connection:
    """Open a file that is noted as in use; it is left when the connection is closed, or cannot be made."""
    try:
        db = sqlite3.connect(address, factory=Connection, **how)
    except BaseException:
        left(place)
        raise
    db.place = place
    return db
