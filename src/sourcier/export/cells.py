"""Cells of tables that a spreadsheet opens: text stays text."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

MARK = "\ufeff"
"""The byte-order mark, without which Excel takes UTF-8 for an old code page."""
LONGEST = 32_000
"""Characters of a cell: Excel cuts at 32,767."""

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # the wide ones too, in East Asia
_CONTROLS = {code: " " for code in (*range(32), 127) if code not in (9, 10, 13)}


def cell(value: str | float | None) -> str:
    """Return a value as a cell; words that a spreadsheet would run as a formula begin with an apostrophe.

    Unknown is the empty cell.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return f"{value:.10g}"
    text = value.translate(_CONTROLS).encode("utf-8", "replace").decode()  # no half of a surrogate pair
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text


def rows(values: Iterable[Sequence[str | float | None]], delimiter: str = ",") -> Iterator[str]:
    """Yield each row as a line of a CSV file."""
    for row in values:
        line = StringIO()
        csv.writer(line, delimiter=delimiter, lineterminator="\r\n").writerow([cell(value) for value in row])
        yield line.getvalue()
