"""What SQLite says when it cannot, as one clear line."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sourcier.core.errors import LedgerBusy, LedgerError

_BUSY = LedgerBusy, "another process is writing to the ledger", "wait until it is done, then try again"
_DAMAGED = LedgerError, "the ledger is damaged", "`sourcier doctor` says what can be read; restore it from a copy"
_NOT_ONE = LedgerError, "this file is not a ledger", "name another file with --ledger"

_WORDS: dict[int, tuple[type[LedgerError], str, str | None]] = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: (LedgerError, "the disk is full", "nothing stored is lost; make room and run the same again"),
    sqlite3.SQLITE_READONLY: (
        LedgerError,
        "the ledger can only be read",
        "change the rights of the file and its folder",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        LedgerError,
        "the ledger cannot be opened",
        "check that its folder exists and can be used",
    ),
    sqlite3.SQLITE_PERM: (LedgerError, "the ledger may not be opened", "change the rights of the file and its folder"),
    sqlite3.SQLITE_IOERR: (
        LedgerError,
        "the disk gave an error",
        "nothing stored is lost; check the disk and try again",
    ),
    sqlite3.SQLITE_NOTADB: _NOT_ONE,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_CONSTRAINT: (LedgerBusy, "the ledger changed while it was being analysed", "run the same again"),
    sqlite3.SQLITE_TOOBIG: (LedgerError, "a text is too large for the ledger", None),
}


@contextmanager
def clear_words(where: str) -> Iterator[None]:
    """Turn an error of SQLite into a LedgerError that names the file `where`; nothing half done is kept."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:  # a mistake of ours, such as using a ledger that was closed
            raise
        kind, message, hint = _WORDS.get(code & 0xFF, (LedgerError, f"the ledger cannot be used ({error})", None))
        raise kind(f"{where}: {message}", hint) from error
