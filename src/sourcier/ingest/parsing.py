"""One piece read: what the workers of a pool do, and the same where there is none."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, TypeVar, cast

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest.formats import format_of
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.piece import Piece
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import Trouble, problem
from sourcier.ingest.unpacked import unpacked

_BUFFER = 1 << 18
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a piece, or a part of a stream, was read as; `within` is the archive it stands in."""

    items: tuple[Article | Problem, ...]
    within: str | None = None


def parsed(options: ReadOptions, piece: Piece) -> Parsed:
    """Read one piece; whatever is wrong with it is among the items."""
    return Parsed(tuple(guarded(_items(piece, options), piece.source)), piece.source.within)


def lost(piece: Piece) -> Parsed:
    """Return what is said of a piece at which the process that read it ended."""
    told = problem(piece.source.path, "this file cannot be read: the process that read it ended")
    return Parsed((told,), piece.source.within)


def guarded(items: Iterator[T], source: Source) -> Iterator[T | Problem]:
    """Yield what a reader yields; whatever breaks in one file is bad news of it alone."""
    try:
        yield from items
    except Trouble as trouble:
        yield problem(source.path, trouble.message, trouble.hint)
    except OSError as error:
        yield problem(source.path, f"this file cannot be read: {error.strerror or error}")
    except Exception as error:  # noqa: BLE001 -- the rest is read
        yield problem(source.path, f"this file cannot be read: {' '.join(str(error).split()) or type(error).__name__}")


@contextmanager
def opened(piece: Piece) -> Iterator[BinaryIO]:
    """Open what a piece holds, as it is, packed or not."""
    if piece.source.file is None:
        yield io.BytesIO(piece.data or b"")
        return
    with piece.source.file.open("rb", buffering=_BUFFER) as file:
        yield file


def _items(piece: Piece, options: ReadOptions) -> Iterator[Article | Problem]:
    with opened(piece) as stream:
        read = format_of(piece.kind.format)(unpacked(stream, piece.kind.packing), piece.source, options)
        yield from cast("Iterator[Article | Problem]", read)  # a format of one article a file
