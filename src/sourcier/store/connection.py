"""Opening the file: ours or refused, at this version or brought to it."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from os import W_OK, access
from pathlib import Path

from sourcier.core.address import host, page
from sourcier.core.errors import LedgerError, LedgerTooNew
from sourcier.store import in_use, pages
from sourcier.store.records import instant

APPLICATION = 0x53524352  # "SRCR", in the file's header
_MAGIC = b"SQLite format 3\0"
_CACHE = 65_536  # KiB at most
_MEMORY = ":memory:"


def connect(path: Path | None, *, create: bool, wait: float) -> sqlite3.Connection:
    """Open the ledger at `path` (None: in memory), made when missing if `create`; `wait` for a lock is in seconds.

    Raises LedgerError for a file that is no ledger, which is left as it is, and LedgerTooNew.
    """
    if path is None:
        db = sqlite3.connect(_MEMORY, isolation_level=None)
        writable = True
    else:
        place, fresh = in_use.entered(path, lambda: _is_new(path, create=create))
        writable = fresh or (access(path, W_OK) and access(path.parent, W_OK))
        address = _address(path, writable=writable)
        db = in_use.connected(address, place, uri=True, timeout=wait, isolation_level=None)
    try:
        _prepare(db, str(path or "ledger"), writable=writable)
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Keep all of what is written inside, or none of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _prepare(db: sqlite3.Connection, name: str, *, writable: bool) -> None:
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = ON")
    db.execute(f"PRAGMA cache_size = -{_CACHE}")
    db.execute("PRAGMA secure_delete = ON")  # some builds of SQLite leave what is deleted in the file
    db.create_function("instant", 1, instant, deterministic=True)  # for migrations; none of the views may need it
    db.create_function("host_of", 1, host, deterministic=True)
    db.create_function("page_of", 1, page, deterministic=True)
    scripts = _scripts()
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(scripts):
        raise LedgerTooNew(f"{name}: a newer version of Sourcier wrote this ledger", "bring Sourcier up to date")
    if version < len(scripts) and not writable:
        raise LedgerError(f"{name}: an older version wrote this ledger, and it can only be read", "copy it elsewhere")
    if version < len(scripts):
        _migrate(db, scripts)
    if writable:
        db.execute("PRAGMA journal_mode = WAL")


@cache  # a page opens the ledger anew, and none of the scripts is wanted then
def _scripts() -> tuple[str, ...]:
    """Return the migrations in their order."""
    found = (files("sourcier.store") / "migrations").iterdir()
    return tuple(
        script.read_text("utf-8")
        for script in sorted(found, key=lambda script: script.name)
        if script.name.endswith(".sql")
    )


def _migrate(db: sqlite3.Connection, scripts: Sequence[str]) -> None:
    with transaction(db):
        version = db.execute("PRAGMA user_version").fetchone()[0]  # another process may have been first
        for script in scripts[version:]:
            for statement in _statements(script):
                db.execute(statement)
        pages.settle(db)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {len(scripts)}")


def _statements(script: str) -> Iterator[str]:
    """Split a script; sqlite3's own executescript would commit before it begins."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _is_new(path: Path, *, create: bool) -> bool:
    """Tell whether the ledger is to be made; look at the header alone, so that a foreign file stays untouched."""
    if path.is_dir():
        raise LedgerError(f"{path}: this is a folder, not a ledger", "name a file with --ledger")
    try:
        with path.open("rb") as file:
            header = file.read(72)
    except FileNotFoundError:
        if create and path.parent.is_dir():
            return True
        where = "its folder does not exist" if create else "there is no ledger here"
        raise LedgerError(f"{path}: {where}", "`sourcier add FOLDER` makes one from a folder of articles") from None
    except OSError as error:
        raise LedgerError(f"{path}: the ledger cannot be read ({error.strerror})") from error
    if not header and create:
        return True
    if header[:16] != _MAGIC:
        raise LedgerError(f"{path}: this file is not a ledger", "name another file with --ledger")
    if int.from_bytes(header[68:72], "big") != APPLICATION:
        raise LedgerError(f"{path}: this is another program's database", "name another file with --ledger")
    return False


def _address(path: Path, *, writable: bool) -> str:
    address = path.absolute().as_uri()
    if writable:
        return address
    # Without a log beside it nothing is writing, and SQLite need not make files of its own where it may not.
    alone = not access(path.parent, W_OK) and not path.with_name(f"{path.name}-wal").exists()
    return f"{address}?mode=ro&immutable=1" if alone else f"{address}?mode=ro"
