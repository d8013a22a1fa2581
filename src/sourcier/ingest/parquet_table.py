"""Parquet tables: one article a row, columns by name; only those that hold a field are read, some rows at a time."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest.metadata import FIELDS
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.records import Records, no_text
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import Trouble, problem

_ROWS = 256
_BUFFER = 1 << 20


def read(stream: io.BufferedReader, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """Yield the article of each row."""
    if not stream.peek(1):
        raise Trouble("the file is empty")
    table = _table(stream)
    columns = table.schema_arrow.names
    records = Records(source, options)
    records.meet(columns)
    text = records.columns.get("text", "text")
    if text not in columns:
        raise no_text(text, columns)
    yield from records.missing(columns)
    if not table.metadata.num_rows:
        raise Trouble("the table has no rows")
    wanted = {records.columns.get(name, name) for name in FIELDS}
    number = 0
    for batch in table.iter_batches(_ROWS, columns=[name for name in columns if name in wanted], use_threads=False):
        for row in _rows(batch):
            number += 1
            yield from _article(row, number, records, options)


def _table(stream: io.BufferedReader) -> Any:
    try:
        import pyarrow as pa  # noqa: PLC0415 -- an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        raise Trouble("Parquet files need the library pyarrow", "pip install 'sourcier[parquet]'") from None
    try:
        return parquet.ParquetFile(stream, buffer_size=_BUFFER, pre_buffer=False)
    except (pa.ArrowException, OSError):
        raise Trouble("the file is damaged, or no Parquet table") from None


def _rows(batch: Any) -> Iterator[dict[str, Any]]:
    """Yield the rows of a batch; times of a billionth of a second are cut to the millionth, all that Python holds."""
    import pyarrow as pa  # noqa: PLC0415

    for at, field in enumerate(batch.schema):
        if pa.types.is_timestamp(field.type) and field.type.unit == "ns":
            kind = pa.timestamp("us", field.type.tz)
            batch = batch.set_column(at, field.name, batch.column(at).cast(kind, safe=False))
    for row in _listed(batch):
        yield {name: _plain(value) for name, value in row.items()}


def _listed(batch: Any) -> Iterator[dict[str, Any]]:
    """Yield rows as Python's values; one that Python cannot hold, as a time in the year 12000, as what is stored."""
    try:
        yield from batch.to_pylist()
    except (ValueError, OverflowError, LookupError):  # nothing was yielded: the list is made whole
        columns = {name: [_value(each) for each in batch.column(name)] for name in batch.schema.names}
        for at in range(batch.num_rows):
            yield {name: values[at] for name, values in columns.items()}


def _value(stored: Any) -> Any:
    try:
        return stored.as_py()
    except (ValueError, OverflowError, LookupError):
        return f"{stored.type} {getattr(stored, 'value', '')}"


def _article(row: dict[str, Any], number: int, records: Records, options: ReadOptions) -> Iterator[Article | Problem]:
    try:
        article = records.article(row, number, None)
    except Trouble as trouble:
        yield problem(f"{records.source.path}#{number}", trouble.message, trouble.hint)
        return
    if len(article.text) > options.max_bytes:
        yield problem(f"{records.source.path}#{number}", f"the row is larger than {options.max_bytes:,} bytes")
        return
    yield from records.told(number)
    yield article


def _plain(value: Any) -> Any:
    """Return a value as other files write it."""
    if isinstance(value, datetime):
        return _written(value)
    if isinstance(value, date):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _written(value: datetime) -> str:
    """Return a time; midnight is the day: tables keep days as times, and no order is claimed of what may be one."""
    if value.time() == value.time().min:
        return value.date().isoformat()
    return value.isoformat()
