"""What SQLite and the system say when they cannot, as one clear line."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sourcier.core.errors import LedgerBusy, LedgerError
from sourcier.store.index.published import Overtaken

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


_MEND = "change the rights of the folder, or delete it: it is made anew"
_NO_ROOM = "the disk is full", "nothing stored is lost; make room and run the same again"
_NOT_WRITABLE = "the index can only be read", _MEND
NO_FOLDER = (
    "a file stands where the folder of the index is to be",
    "give that file another name and run the same again: what was stored stays",
)
_INDEX_WORDS = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: _NO_ROOM,
    errno.EACCES: _NOT_WRITABLE,
    errno.EPERM: _NOT_WRITABLE,
    errno.EROFS: _NOT_WRITABLE,
    errno.EEXIST: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
}


@contextmanager
def clear_words_of_index(where: str) -> Iterator[None]:
    """Turn a refusal of the folder `where` of an index into a LedgerError; the ledger itself is as it was."""
    try:
        yield
    except OSError as error:
        message, hint = _INDEX_WORDS.get(error.errno or 0, ("the index cannot be written", _MEND))
        raise LedgerError(f"{where}: {message}", hint) from error
    except Overtaken as error:
        raise LedgerBusy(f"{where}: another program changed or deleted the index", "run the same again") from error
