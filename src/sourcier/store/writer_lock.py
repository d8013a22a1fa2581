"""One adds at a time: a lock of the operating system on a file beside the ledger.

The system releases it when the process ends in whatever way, and processes that this one starts do not inherit it; so
on POSIX it is a record lock (`lockf`), and threads of one process are kept apart here. The file is empty and stays.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sourcier.core.errors import LedgerBusy, LedgerError

_PAUSE = 0.05  # seconds between two attempts

_taken: set[Path] = set()
_guard = Lock()


@contextmanager
def writer_lock(path: Path | None, wait: float, waiting: Callable[[], None]) -> Iterator[None]:
    """Let only one process at a time be inside, for the ledger at `path`; None, a ledger in memory, needs no lock.

    `waiting` is called once when another is inside; raises LedgerBusy when it is still there after `wait` seconds, and
    LedgerError where the folder does not let a file be made.
    """
    if path is None:
        yield
        return
    file = path.resolve().with_name(f"{path.resolve().name}.lock")
    handle = _patiently(file, str(path), wait, waiting)
    try:
        yield
    finally:
        with _guard:
            os.close(handle)
            _taken.discard(file)


def _patiently(file: Path, name: str, wait: float, waiting: Callable[[], None]) -> int:
    """Return the open file, locked."""
    end = time.monotonic() + wait
    told = False
    while True:
        try:
            handle = _locked(file)
        except OSError as error:
            message = f"{name}: the ledger cannot be locked for writing ({error.strerror})"
            raise LedgerError(message, "change the rights of the file and its folder") from error
        if handle is not None:
            return handle
        if time.monotonic() >= end:
            message = f"{name}: another process is writing to the ledger"
            raise LedgerBusy(message, "wait until it is done, then try again")
        if not told:
            told = True
            waiting()
        time.sleep(_PAUSE)


def _locked(file: Path) -> int | None:
    """Return the file open and locked, None when another holds it."""
    with _guard:
        if file in _taken:  # opening it once more and closing it would release the lock
            return None
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if not _lock(handle):
                os.close(handle)
                return None
        except BaseException:
            os.close(handle)
            raise
        _taken.add(file)
        return handle


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):  # POSIX lets a system say either
            return False
        return True
