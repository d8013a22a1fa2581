"""Articles into a ledger, and lineage over all of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.core.progress import Progress
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.trouble import STAGE
from sourcier.store.ledger import Ledger
from sourcier.workflow.alone import alone
from sourcier.workflow.places import Place, at_place, places_for
from sourcier.workflow.reading import read
from sourcier.workflow.refreshing import catch_up
from sourcier.workflow.stages import LINEAGE
from sourcier.workflow.trace import with_languages


@dataclass(frozen=True, slots=True)
class Added:
    """How many articles were new and how many known, and what could not be read.

    Of the new ones `versions` are new texts of a page that had another one before.
    """

    new: int
    known: int
    problems: tuple[Problem, ...]
    versions: int = 0


class Interrupted(KeyboardInterrupt):
    """Adding was stopped from the keyboard; `added` is what was stored before, and stays."""

    def __init__(self, added: Added) -> None:
        super().__init__()
        self.added = added


@dataclass(slots=True)
class _Met:
    """What a run reads, and what it has met so far: problems as the user names the files, and as the ledger does.

    `total` is how many articles there are, where that is known.
    """

    reading: Iterator[Article | Problem]
    place: Place
    renamed: bool = False
    total: int | None = None
    told: list[Problem] = field(default_factory=list)
    kept: list[Problem] = field(default_factory=list)
    stored: int = 0

    def articles(self) -> Iterator[Article]:
        """Yield the articles, at their places in the ledger, and keep the problems."""
        for each in self.reading:
            if isinstance(each, Article):
                yield with_languages([at_place(each, self.place)])[0]
            else:
                kept = replace(each, where=self.place(each.where))
                self.told.append(kept if self.renamed else each)
                self.kept.append(kept)

    def store(self, ledger: Ledger) -> None:
        """Store the problems met since the last time."""
        if len(self.kept) > self.stored:
            ledger.add_problems(self.kept[self.stored :])
            self.stored = len(self.kept)


def add(
    path: Path | None,
    paths: Sequence[str],
    options: ReadOptions,
    progress: Progress | None = None,
    *,
    place: Place | None = None,
) -> Added:
    """Store what `paths` hold, batch by batch, then find what that changes; None is a ledger in memory.

    `place` says what a file is called in the ledger, and in the problems: an upload goes by the name that its user
    knows; None goes by where it lies. Stopped at any moment, what was stored stays, and the next call goes on.
    Raises InputError for a path that is not there, LedgerError for a file that cannot be used, Interrupted for
    KeyboardInterrupt.
    """
    reading = read(paths, replace(options, keep_raw=True))
    return _stored(path, _Met(reading, place or places_for(path), renamed=place is not None), progress, paths)


def add_articles(path: Path | None, articles: Sequence[Article], progress: Progress | None = None) -> Added:
    """Store articles that were read already, at the places that they state, then find what that changes, as `add`."""
    return _stored(path, _Met(iter(articles), str, renamed=True, total=len(articles)), progress)


def _stored(path: Path | None, met: _Met, progress: Progress | None, paths: Sequence[str] = ()) -> Added:
    """Store what is read of `paths`."""
    new = known = versions = 0
    try:
        with Ledger(path) as ledger, alone(path, progress):
            for added in ledger.add(met.articles()):
                new, known, versions = new + added.new, known + added.known, versions + added.versions
                met.store(ledger)
                if progress:
                    progress("read", new + known, met.total)
            met.store(ledger)
            ledger.clear_problems(STAGE, map(met.place, paths), met.kept)  # mended since: all was read to the end
            if ledger.unfinished(LINEAGE.version):
                catch_up(ledger, progress)
    except KeyboardInterrupt as stop:
        raise Interrupted(Added(new, known, tuple(met.told), versions)) from stop
    return Added(new, known, tuple(met.told), versions)
