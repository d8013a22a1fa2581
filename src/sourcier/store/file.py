"""The file of a ledger while it is open, and what it says when it cannot be used."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sourcier.store import pages
from sourcier.store.connection import connect, transaction
from sourcier.store.refusals import clear_words


def _now() -> datetime:
    return datetime.now(UTC)


class File:
    """A ledger in the file `path`, or in memory when None; made when missing, unless `create` is false.

    Every method raises LedgerError with one clear line when the file cannot be used, and LedgerBusy when another
    process writes for longer than `wait` seconds. What a method stored before is kept then.
    """

    def __init__(
        self, path: Path | None, *, create: bool = True, wait: float = 10.0, now: Callable[[], datetime] = _now
    ) -> None:
        self.path = path
        self._clock = now
        with self._clear():
            self._db = connect(path, create=create, wait=wait)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; a ledger in memory is gone then."""
        self._db.close()

    def at_once(self) -> AbstractContextManager[None]:
        """Let all calls inside, which only read, see one state of the ledger."""
        return self._reading()

    @property
    def _name(self) -> str:
        return str(self.path or "ledger")

    def _clear(self) -> AbstractContextManager[None]:
        return clear_words(self._name)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """See one state of the ledger in all queries inside, whatever another process writes meanwhile."""
        with self._clear():
            if self._db.in_transaction:
                yield
                return
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                if self._db.in_transaction:
                    self._db.execute("COMMIT")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._clear(), transaction(self._db):
            yield
            pages.settle(self._db)  # whatever was written, in the same transaction

    def _time(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="seconds")
