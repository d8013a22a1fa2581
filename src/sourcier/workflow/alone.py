"""One program at a time adds to a ledger, removes from it or brings its lineage up to date; reading waits for none."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sourcier.core.progress import Progress
from sourcier.store.writer_lock import writer_lock

PATIENCE = 3_600.0
"""Seconds that one waits for another to end; adding a very large collection takes longer, and says so."""
AT_ONCE = 0.0


@contextmanager
def alone(path: Path | None, progress: Progress | None = None, patience: float = PATIENCE) -> Iterator[None]:
    """Let no other program write inside, for the ledger at `path`; None, a ledger in memory, is nobody else's.

    The step `waiting` is told where another is to be waited for; raises LedgerBusy after `patience` seconds. What calls
    this inside of it waits for itself.
    """

    def waiting() -> None:
        if progress:
            progress("waiting", 0, None)

    with writer_lock(path, patience, waiting):
        yield
