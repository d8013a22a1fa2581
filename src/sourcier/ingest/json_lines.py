"""JSON lines: one article a line, its text untouched; files of any size pass one line at a time."""

import json
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

import orjson

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest.content import check, too_large
from sourcier.ingest.decoding import decode
from sourcier.ingest.lines import numbered
from sourcier.ingest.metadata import clean
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.records import Records
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import Trouble, problem


def read(stream: BufferedReader, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """Yield the article of each line."""
    check(stream.peek(4096))
    records = Records(source, options)
    empty = True
    for number, line in numbered(stream, options.max_bytes):
        if line is not None and not line.strip():
            continue
        empty = False
        try:
            if line is None:
                raise too_large("the line", options.max_bytes)
            article = records.article(_record(line), number, line)
        except Trouble as trouble:
            yield problem(f"{source.path}#{number}", trouble.message, trouble.hint)
            continue
        if records.complaints:
            yield from records.told(number)
        yield article
    if empty:
        raise Trouble("the file is empty")
    if records.columns:
        yield from records.missing()


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        record = _lenient(line, error)
    if not isinstance(record, dict):
        raise Trouble("this line is JSON but no object", "write one JSON object a line")
    return record


def _lenient(line: bytes, error: orjson.JSONDecodeError) -> Any:
    """Read what orjson refuses but the standard library takes: half characters, NaN, another encoding."""
    try:
        record = json.loads(decode(line).text)
    except (ValueError, RecursionError):
        where = f"column {error.colno}" if error.colno else "its start"
        raise Trouble(f"this line is no JSON: {error.msg} at {where}", "write one JSON object a line") from None
    return _scrubbed(record)


def _scrubbed(value: Any) -> Any:
    """Return a record whose texts hold no half characters."""
    if not isinstance(value, dict):
        return value
    return {clean(key): clean(item) if isinstance(item, str) else item for key, item in value.items()}
