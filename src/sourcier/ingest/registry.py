"""Articles of files, folders, archives and standard input, in order."""

import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sourcier.core.article import Article
from sourcier.core.errors import InputError
from sourcier.core.problem import Problem
from sourcier.ingest.decoding import wide
from sourcier.ingest.files import STANDARD_INPUT, sources
from sourcier.ingest.formats import FORMATS, format_of, kind_of
from sourcier.ingest.kind import Kind
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.parsing import Parsed, guarded, opened, parsed
from sourcier.ingest.piece import Held, Piece
from sourcier.ingest.repeated import Repeated, counted
from sourcier.ingest.source import Source
from sourcier.ingest.unique_ids import UniqueIds
from sourcier.ingest.unpacked import unpacked

__all__ = ["FORMATS", "Spread", "read"]

Spread = Callable[[Callable[[Piece], Parsed], Iterable[Piece | Parsed]], Iterator[Parsed]]
"""Gives, in order, what the function makes of each piece, and what is parsed already as it is."""

_GZIP = b"\x1f\x8b"
_RECORDS = re.compile(r'\ufeff?\s*\{\s*["}]')
_PAGE = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html)", re.IGNORECASE | re.DOTALL
)


def one_by_one(work: Callable[[Piece], Parsed], tasks: Iterable[Piece | Parsed]) -> Iterator[Parsed]:
    """Read all in this process."""
    return (work(task) if isinstance(task, Piece) else task for task in tasks)


def read(
    paths: Sequence[str | Path],
    options: ReadOptions | None = None,
    stdin: BinaryIO | None = None,
    spread: Spread = one_by_one,
) -> Iterator[Article | Problem]:
    """Return the articles of files, folders and standard input (`-`), and what is wrong with others, in order.

    `spread` is how the pieces are read: `runners.here.ordered` does it with all cores. Raises InputError at once,
    before anything is read, when a path does not exist or standard input is closed.
    """
    found = sources(paths)
    if stdin is None and sys.stdin is None and STANDARD_INPUT in map(str, paths):
        raise InputError("standard input is closed", "give a text on it, or name files instead of -")
    options = options or ReadOptions()
    return _told(spread(partial(parsed, options), _tasks(found, options, stdin)))


def _told(results: Iterator[Parsed]) -> Iterator[Article | Problem]:
    """Yield articles and problems, those of many files of one archive as a few and their number."""
    repeated: Repeated | None = None
    for result in results:
        if repeated and repeated.where != result.within:
            yield from repeated.rest()
            repeated = None
        if result.within and not repeated:
            repeated = Repeated(result.within)
        for item in result.items:
            if not repeated or not isinstance(item, Problem) or repeated.first(item):
                yield item
    if repeated:
        yield from repeated.rest()


def _tasks(found: Iterator[Source | Problem], options: ReadOptions, stdin: BinaryIO | None) -> Iterator[Piece | Parsed]:
    ids = UniqueIds()
    for source in found:
        if isinstance(source, Problem):
            yield Parsed((source,))
            continue
        kind = kind_of(source.file.name) if source.file else None
        if kind and kind.one:
            yield ids.piece(Piece(source, kind))
            continue
        for item in guarded(_file(source, kind, options, stdin, ids), source):
            yield Parsed((item,)) if isinstance(item, Problem) else item


def _file(
    source: Source, kind: Kind | None, options: ReadOptions, stdin: BinaryIO | None, ids: UniqueIds
) -> Iterator[Piece | Parsed]:
    """Yield what a file of many articles holds, or one whose kind its content tells."""
    if source.file is None:
        stream = unpacked(stdin or sys.stdin.buffer, None)
        stream = unpacked(stream, "gzip" if stream.peek(2).startswith(_GZIP) else None)
        yield from _held(Held(source, Kind(_sniffed(stream)), stream), options, ids)
        return
    with opened(Piece(source, Kind(""))) as file:
        plain = unpacked(file, kind.packing if kind else None)
        yield from _held(Held(source, kind or Kind(_sniffed(plain)), plain), options, ids)


def _held(held: Held, options: ReadOptions, ids: UniqueIds) -> Iterator[Piece | Parsed]:
    """Yield what an open file holds; an archive's files are passed on to whoever reads them."""
    reading = format_of(held.kind.format)(held.stream, held.source, options)
    items: Iterator[Article | Problem | Piece | Held] = guarded(reading, held.source)
    if held.kind.records:
        items = ids.records(items, held.source)
    for item in counted(items, held.source.path):
        if isinstance(item, Piece):
            yield ids.piece(item)
        elif isinstance(item, Held):
            yield from _held(replace(item, stream=unpacked(item.stream, item.kind.packing)), options, ids)
        else:
            yield Parsed((item,), held.source.within)


def _sniffed(stream: io.BufferedReader) -> str:
    """Return the format of what has no name: records, a page, else plain text."""
    head = stream.peek(4096)
    text = head.decode(wide(head) or "utf-8", "replace")
    if _RECORDS.match(text):
        return "json_lines"
    return "html_page" if _PAGE.match(text) else "plain_text"
