"""The facts of a ledger's articles brought up to date: each text is read once, in other processes, and kept."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TypeVar
from zlib import crc32

from sourcier.core.article import Article
from sourcier.core.errors import LedgerError
from sourcier.core.facts import Facts
from sourcier.core.problem import Problem
from sourcier.core.progress import Progress
from sourcier.reading import gazetteer
from sourcier.reading.dates.copied import Taken
from sourcier.runners.here import ordered
from sourcier.runners.pool import Job
from sourcier.store.facts import Entry, Maker, entry
from sourcier.store.ledger import Ledger
from sourcier.workflow.alone import AT_ONCE, PATIENCE, alone
from sourcier.workflow.copied import in_ledger
from sourcier.workflow.own_places import Own, own_of
from sourcier.workflow.read import Read, read_alone, unread
from sourcier.workflow.stages import reading

_LOADED = 100  # articles taken out of the ledger at once
_SAVED = 50  # articles read between two transactions: what a run that is stopped does again
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Task:
    """An article of the ledger, by its number, that is to be read, with what it took from others."""

    number: int
    article: Article
    taken: Sequence[Taken] = ()
    own: Own | None = None

    @property
    def size(self) -> int:
        return len(self.article.text)


def maker(ledger: Ledger | None = None) -> Maker:
    """Return what finds facts: the stage's version, and the checksum of the gazetteer with a ledger's own places."""
    return Maker(reading().version, _packaged() + (ledger.places_checksum() if ledger else ""))


@cache
def _packaged() -> str:
    content = (files(gazetteer) / "gazetteer.bin").read_bytes()
    return f"{crc32(content):08x}"


def read_all(ledger: Ledger, progress: Progress | None = None, patience: float = PATIENCE) -> int:
    """Read each article that has no facts, or stale ones, and return how many were read.

    Whatever stops it, what was read stays. Raises LedgerBusy where another program writes for longer than `patience`
    seconds, LedgerError where the ledger cannot be written.
    """
    if not ledger.unread_count(maker(ledger)):
        return 0
    with alone(ledger.path, progress, patience):
        return catch_up(ledger, progress)


def catch_up(ledger: Ledger, progress: Progress | None = None, processes: int | None = None) -> int:
    """Do what `read_all` does; the caller is alone."""
    waiting, done = ledger.unread(maker(ledger)), 0
    found = ordered(Job(_Task, _read, _lost), _tasks(ledger, waiting), processes)
    for part in _parts(_told(found, len(waiting), progress), _SAVED):
        done += len(ledger.save_facts(part, maker(ledger)))
    return done


def read_each(ledger: Ledger, progress: Progress | None = None) -> Iterator[Read]:
    """Yield each article of a ledger as it is read; what was not known is read first, and kept if it can."""
    with suppress(LedgerError):  # it can only be read, or another program writes: each is read when it is asked for
        read_all(ledger, progress, AT_ONCE)
    for article in ledger.articles():
        yield read_one(ledger, article.id)


def read_one(ledger: Ledger, key: str) -> Read:
    """Return an article as it is read, or why nothing reads it; raises UnknownArticle."""
    article, found = ledger.article(key), facts_of(ledger, key)
    if isinstance(found, Problem):
        return Read(article, None, (found,))
    return Read(article, found, found.problems)


def facts_of(ledger: Ledger, key: str) -> Facts | Problem:
    """Return what is found in one article, or why nothing is; what is not known yet is found now, and kept if it can.

    So is what leans on other texts, which lineage or a person may have found to be others since. Raises UnknownArticle.
    """
    known, taken = ledger.facts(key, maker(ledger)), in_ledger(ledger, key)
    if known is not None and not taken and not _leans(known):
        return known
    ((number, article),) = ledger.numbered([ledger.number_of(key)])
    found = _found(article, taken, own_of(ledger))
    with suppress(LedgerError):  # it can only be read, or another program writes
        ledger.save_facts([entry(number, article, found)], maker(ledger))
    return found


def _tasks(ledger: Ledger, numbers: Sequence[int]) -> Iterator[_Task]:
    own = own_of(ledger)
    for part in _parts(numbers, _LOADED):
        for number, article in ledger.numbered(part):
            yield _Task(number, article, in_ledger(ledger, article.id), own)


def _told(found: Iterator[Entry], total: int, progress: Progress | None) -> Iterator[Entry]:
    for done, each in enumerate(found):
        if progress:
            progress("facts", done, total)
        yield each


def _parts(values: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(values)
    while part := list(islice(rest, size)):
        yield part


def _read(task: _Task) -> Entry:
    return entry(task.number, task.article, _found(task.article, task.taken, task.own))


def _lost(task: _Task) -> Entry:
    return entry(task.number, task.article, unread(task.article).problems[0])


def _leans(found: Facts | Problem) -> bool:
    return isinstance(found, Facts) and any(each.anchored_on for each in found.dates)


def _found(article: Article, taken: Sequence[Taken], own: Own | None) -> Facts | Problem:
    found = read_alone(article, taken, own)
    return found.problems[0] if found.facts is None else found.facts
