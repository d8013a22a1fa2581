"""Articles of files, folders and archives, read with all cores of this machine."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest import registry
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.parsing import Parsed, lost
from sourcier.ingest.piece import Piece
from sourcier.runners.here import ordered
from sourcier.runners.pool import Job


def read(
    paths: Sequence[str | Path],
    options: ReadOptions | None = None,
    *,
    processes: int | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Problem]:
    """Return articles, and what is wrong with others, in order; little of them is in memory at any time.

    `processes` is how many read at most, as many as there are cores where it is None; little work is done in this one.
    Raises InputError at once when a path does not exist.
    """

    def spread(work: Callable[[Piece], Parsed], tasks: Iterable[Piece | Parsed]) -> Iterator[Parsed]:
        return ordered(Job(Piece, work, lost), tasks, processes)

    return registry.read(paths, options, stdin, spread)
