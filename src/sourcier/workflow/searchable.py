"""A ledger with its index, ready to be asked where a text stands."""

from dataclasses import asdict
from types import TracebackType
from typing import Self

from sourcier.core.errors import LedgerError
from sourcier.core.family import Searched
from sourcier.core.producer import Producer
from sourcier.core.progress import Progress
from sourcier.store.index.published import Overtaken
from sourcier.store.index.reader import Reader
from sourcier.store.ledger import Ledger
from sourcier.store.writer_lock import writer_lock
from sourcier.workflow.growth.indexing import fresh_index, index, opened, settings_of
from sourcier.workflow.stages import LINEAGE


class Searchable:
    """Keeps the index of a ledger open between questions; what was added meanwhile is indexed first.

    While another program adds, the articles that it has not indexed yet are not searched, and `searched` says so. Of a
    ledger that can only be read, and whose index is missing, all is indexed in memory.
    """

    def __init__(self, ledger: Ledger, progress: Progress | None = None) -> None:
        self.ledger = ledger
        self.settings = settings_of(ledger)
        self._progress = progress
        self._index = opened(ledger, self.settings)
        self._change = -1
        self._reader = self._index.reader()
        self._articles = 0
        self._scope: tuple[str | None, Searched] | None = None
        self._used: dict[int, set[str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def producer(self) -> Producer:
        """Return what answers."""
        return Producer(LINEAGE.version, asdict(self.settings))

    def close(self) -> None:
        """Let go of the index's files."""
        self._index.close()

    def reader(self) -> Reader:
        """Return the index at the state of the ledger, as far as it can be brought there."""
        change = self.ledger.changes()
        if change != self._change:
            self._scope = None
            self._used = {}
            self._articles = len(self.ledger)
            self._reader = self._index.reader()
            if len(self._reader) != self._articles:
                self._reader = self._renewed()
            if len(self._reader) == self._articles:
                self._change = change
        return self._reader

    def searched(self, without: str | None) -> Searched:
        """Return what an absence is relative to, but for the article of an id."""
        if self._scope is None or self._scope[0] != without:
            self._scope = without, self.ledger.searched(without)  # it counts every article
        whole = self._scope[1]
        left_out = self._articles - len(self._reader)
        return whole if not left_out else Searched(max(0, whole.articles - left_out), whole.start, whole.end, None)

    def used_by(self, many: int) -> set[str]:
        """Return the words known to stand in so many articles, to be added to; forgotten when the ledger changes."""
        return self._used.setdefault(many, set())

    def _renewed(self) -> Reader:
        try:
            with writer_lock(self.ledger.path, 0.0, lambda: None):
                index(self.ledger, self._index, self.settings, self._progress)
            return self._index.reader()
        except (LedgerError, OSError, Overtaken):  # another program adds, or file or index can only be read
            reader = self._index.reader()
            return reader if len(reader) else fresh_index(self.ledger, self.settings, self._progress).reader()
