"""Some articles at a time, matched or judged: in this process, or in others that open the ledger themselves."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from sourcier.core.errors import LedgerError
from sourcier.lineage.settings import Settings
from sourcier.runners.here import ordered
from sourcier.runners.pool import Job
from sourcier.store.index.reader import Reader
from sourcier.store.ledger import Ledger
from sourcier.workflow.growth.aside import Aside, beside
from sourcier.workflow.growth.indexing import opened
from sourcier.workflow.growth.judging import Judgement, judge
from sourcier.workflow.growth.matching import Matched, match

_ARTICLE = 10_000  # bytes of work that an article stands for: every chunk is sent by itself


@dataclass(frozen=True, slots=True)
class Chunk:
    """Articles of the ledger at `path`, by their numbers."""

    path: Path
    settings: Settings
    numbers: tuple[int, ...]

    @property
    def size(self) -> int:
        """About how much work it is."""
        return _ARTICLE * len(self.numbers)


def all_matched(
    ledger: Ledger, reader: Reader, settings: Settings, parts: Iterable[tuple[int, ...]]
) -> Iterator[Matched]:
    """Yield what each part of the articles shares with earlier ones, in order."""
    if ledger.path is None:
        return (match(ledger, reader, settings, part) for part in parts)
    return ordered(Job(Chunk, _matched, _lost), (Chunk(ledger.path, settings, part) for part in parts))


def all_judged(ledger: Ledger, settings: Settings, parts: Iterable[tuple[int, ...]]) -> Iterator[Judgement]:
    """Yield what is to be said of each part of the articles, whole clusters of them, in order."""
    if ledger.path is None:
        return (judge(ledger, part) for part in parts)
    return ordered(Job(Chunk, _judged, _lost), (Chunk(ledger.path, settings, part) for part in parts))


def all_beside(ledger: Ledger, settings: Settings, parts: Iterable[tuple[int, ...]]) -> Iterator[Aside]:
    """Yield what each part of the articles shares without any reuse, in order."""
    if ledger.path is None:
        return (beside(ledger, part) for part in parts)
    return ordered(Job(Chunk, _beside, _lost), (Chunk(ledger.path, settings, part) for part in parts))


def _matched(chunk: Chunk) -> Matched:
    with Ledger(chunk.path, create=False) as ledger, closing(opened(ledger, chunk.settings)) as index:
        return match(ledger, index.reader(), chunk.settings, chunk.numbers)


def _judged(chunk: Chunk) -> Judgement:
    with Ledger(chunk.path, create=False) as ledger:
        return judge(ledger, chunk.numbers)


def _beside(chunk: Chunk) -> Aside:
    with Ledger(chunk.path, create=False) as ledger:
        return beside(ledger, chunk.numbers)


def _lost(chunk: Chunk) -> NoReturn:
    message = f"{chunk.path}: a process that compared articles ended; what was done before is kept"
    raise LedgerError(message, "free some memory, then run `sourcier refresh`")
