"""The input formats by the ends of files' names; each module is imported when first used."""

import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from sourcier.core.article import Article
from sourcier.core.errors import InputError
from sourcier.core.identity import marks
from sourcier.core.problem import Problem
from sourcier.ingest.decoding import wide
from sourcier.ingest.files import sources
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import Trouble, problem

FORMATS = {
    ".txt": "plain_text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html_page",
    ".htm": "html_page",
    ".jsonl": "json_lines",
    ".ndjson": "json_lines",
    ".csv": "csv_table",
}
_BUFFER = 1 << 18
_RECORDS = re.compile(r'\ufeff?\s*\{\s*["}]')
_PAGE = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html)", re.IGNORECASE | re.DOTALL
)


class Format(Protocol):
    """What a format's module offers; it raises Trouble when the whole file cannot be read."""

    def __call__(
        self, stream: io.BufferedReader, source: Source, options: ReadOptions
    ) -> Iterator[Article | Problem]: ...


def read(
    paths: Sequence[str | Path], options: ReadOptions | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | Problem]:
    """Return the articles of files, folders and standard input (`-`), and what is wrong with others, in order.

    Raises InputError at once, before anything is read, when a path does not exist or standard input is closed.
    """
    found, problems = sources(paths, FORMATS)
    if stdin is None and sys.stdin is None and any(source.file is None for source in found):
        raise InputError("standard input is closed", "give a text on it, or name files instead of -")
    return _read(found, problems, options or ReadOptions(), stdin)


def _read(
    found: list[Source], problems: list[Problem], options: ReadOptions, stdin: BinaryIO | None
) -> Iterator[Article | Problem]:
    yield from problems
    taken: dict[str, int | None] = dict.fromkeys(source.id for source in found)
    for source in found:
        given: set[str] = set()
        elsewhere = 0
        for item in _one(source, options, stdin):
            if isinstance(item, Problem):
                yield item
                continue
            same = _same(item)
            if item.id not in taken or (item.id == source.id and item.id not in given):
                taken[item.id] = same
                given.add(item.id)
                yield item
                continue
            if item.id in given:
                yield problem(item.path or source.path, f"the id {item.id!r} stands twice in this file")
            else:
                elsewhere += taken[item.id] != same  # the same article in two files is no surprise
            yield _renamed(item, source, taken, given)
        if elsewhere:
            message = (
                f"ids of records that are those of other articles too: {elsewhere:,}; they go by file and line here"
            )
            yield problem(source.path, message)


def _same(article: Article) -> int:
    """Return a number that two readings of one article have in common."""
    return hash((article.text, marks(article)))


def _renamed(article: Article, source: Source, taken: dict[str, int | None], given: set[str]) -> Article:
    """Return an article whose id is taken under its file and line."""
    line = (article.path or "").removeprefix(source.path)
    new = f"{source.id}{line}"
    while new in taken:
        new += "'"
    taken[new] = _same(article)
    given.add(new)
    return replace(article, id=new)


def _one(source: Source, options: ReadOptions, stdin: BinaryIO | None) -> Iterator[Article | Problem]:
    try:
        if source.file is None:
            stream = _buffered(stdin or sys.stdin.buffer)
            yield from _format(_sniffed(stream))(stream, source, options)
            return
        with source.file.open("rb", buffering=_BUFFER) as opened:
            file = _buffered(opened)
            name = FORMATS.get(source.file.suffix.lower()) or _sniffed(file)
            yield from _format(name)(file, source, options)
    except Trouble as trouble:
        yield problem(source.path, trouble.message, trouble.hint)
    except OSError as error:
        yield problem(source.path, f"this file cannot be read: {error.strerror or error}")
    except Exception as error:  # noqa: BLE001 -- whatever breaks in one file is bad news of it alone: the rest is read
        yield problem(source.path, f"this file cannot be read: {' '.join(str(error).split()) or type(error).__name__}")


@cache
def _format(name: str) -> Format:
    return cast("Format", import_module(f"sourcier.ingest.{name}").read)


def _sniffed(stream: io.BufferedReader) -> str:
    """Return the format of what has no name: records, a page, else plain text."""
    head = stream.peek(4096)
    text = head.decode(wide(head) or "utf-8", "replace")
    if _RECORDS.match(text):
        return "json_lines"
    return "html_page" if _PAGE.match(text) else "plain_text"


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
