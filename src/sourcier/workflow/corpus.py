"""The articles that a run works on, read into memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcier.core.article import Article
from sourcier.core.identity import merge
from sourcier.core.problem import Problem
from sourcier.core.progress import Progress
from sourcier.ingest.options import ReadOptions
from sourcier.store.ledger import Ledger
from sourcier.workflow.reading import read as read_each

_TICK = 100  # articles between two notes of progress


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles, each once, and what went wrong on the way."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


def read(paths: Sequence[str], options: ReadOptions | None = None, progress: Progress | None = None) -> Corpus:
    """Read files, folders and `-` (standard input); the same article met twice becomes one with two locations.

    Raises InputError for a path that is not there.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    for met in read_each(paths, options or ReadOptions()):
        if isinstance(met, Article):
            articles.append(met)
            if progress and len(articles) % _TICK == 0:
                progress("read", len(articles), None)
        else:
            problems.append(met)
    return Corpus(tuple(merge(articles)), tuple(problems))


def from_ledger(path: Path) -> Corpus:
    """Return all articles of a ledger, corrections applied."""
    with Ledger(path, create=False) as ledger:
        return Corpus(tuple(ledger.articles()))
