"""Articles into a ledger, and lineage over all of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.registry import read
from sourcier.lineage.settings import VERSION, Settings
from sourcier.store.ledger import Ledger
from sourcier.workflow.corpus import Corpus
from sourcier.workflow.trace import trace, with_languages

Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True)
class Added:
    """How many articles were new and how many known, and what could not be read."""

    new: int
    known: int
    problems: tuple[Problem, ...]


def add(path: Path | None, paths: Sequence[str], options: ReadOptions, progress: Progress | None = None) -> Added:
    """Store what `paths` hold, batch by batch, then trace the whole ledger anew; None is a ledger in memory.

    Stopped at any moment, what was stored stays, and the next call goes on. Raises InputError for a path that is not
    there, LedgerError for a file that cannot be used.
    """
    problems: list[Problem] = []
    reading = read(paths, replace(options, keep_raw=True))
    with Ledger(path) as ledger:
        new = known = 0
        for added in ledger.add(_articles(reading, problems)):
            new, known = new + added.new, known + added.known
            if progress:
                progress("read", new + known, None)
        ledger.add_problems(problems)
        if ledger.stale(VERSION):
            refresh(ledger, progress)
    return Added(new, known, tuple(problems))


def _articles(reading: Iterator[Article | Problem], problems: list[Problem]) -> Iterator[Article]:
    for met in reading:
        if isinstance(met, Problem):
            problems.append(met)
        else:
            yield with_languages([met])[0]


def refresh(ledger: Ledger, progress: Progress | None = None) -> None:
    """Trace the whole ledger and save what was found."""
    change = ledger.changes()
    articles = tuple(ledger.articles())
    found = trace(Corpus(articles), progress=progress)
    parameters = asdict(Settings.for_size(len(articles)))
    ledger.save(found, version=VERSION, parameters=parameters, as_of=change)
