"""Tables of comma-separated values: one article a row, columns by name; files of any size pass one row at a time."""

import csv
from collections.abc import Iterator
from io import BufferedReader

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest.content import check, too_large
from sourcier.ingest.decoding import decode
from sourcier.ingest.lines import numbered
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.records import Records, no_text
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import Trouble, problem

_DELIMITERS = (",", ";", "\t", "|")


class _Lines:
    """The file's lines as text, which remembers those of the row being read."""

    def __init__(self, stream: BufferedReader, limit: int) -> None:
        self.lines = numbered(stream, limit)
        self.limit = limit
        self.first = 0
        self.raw: list[bytes] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        number, line = next(self.lines)
        if not self.raw:
            self.first = number
        if line is None:
            raise too_large("the line", self.limit)
        self.raw.append(line)
        return decode(line).text


def read(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """Yield the article of each row."""
    check(stream.peek(4096))
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))
    lines = _Lines(stream, options.max_bytes)
    head = next(lines, "")
    while head and not head.strip():
        head = next(lines, "")
    if not head:
        raise Trouble("the file is empty")
    delimiter = max(_DELIMITERS, key=head.count)
    try:
        columns = [name.strip() for name in next(csv.reader([head], delimiter=delimiter))]
    except csv.Error as error:
        raise Trouble(f"the first line cannot be read: {error}", "end its lines with line feeds") from None
    records = Records(source, options)
    yield from _missing(columns, records)
    lines.raw.clear()
    empty = True
    for item in _rows(lines, delimiter, columns, records):
        empty = False
        yield item
    if empty:
        raise Trouble("no rows after the line of column names")


def _rows(lines: _Lines, delimiter: str, columns: list[str], records: Records) -> Iterator[Article | Problem]:
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield problem(f"{records.source.path}#{lines.first}", f"this row cannot be read: {error}")
        except Trouble as trouble:
            yield problem(f"{records.source.path}#{lines.first}", trouble.message, trouble.hint)
        else:
            yield from _row(row, columns, lines, records)
        lines.raw.clear()


def _missing(columns: list[str], records: Records) -> Iterator[Problem]:
    records.meet(columns)
    text = records.columns.get("text", "text")
    if text not in columns:
        raise no_text(text, columns)
    yield from records.missing(columns)


def _row(row: list[str], columns: list[str], lines: _Lines, records: Records) -> Iterator[Article | Problem]:
    where = f"{records.source.path}#{lines.first}"
    if not any(row):
        return
    raw = b"".join(lines.raw)
    if len(raw) > lines.limit:
        trouble = too_large("the row", lines.limit)
        yield problem(where, trouble.message, trouble.hint)
        return
    if len(lines.raw) > 1 and raw.count(b'"') % 2:
        yield problem(where, "a quotation mark that opens in this row is never closed: it may hold other rows")
    if len(row) > len(columns):
        message = f"this row has {len(row)} fields where the first line names {len(columns)}: its text may be cut"
        yield problem(where, message, "put fields that hold the separator between quotation marks")
    try:
        article = records.article(dict(zip(columns, row, strict=False)), lines.first, raw)
    except Trouble as trouble:
        yield problem(where, trouble.message, trouble.hint)
        return
    yield from records.told(lines.first)
    yield article
