"""Where the words that were looked for stand in texts, and which stretch to show."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing

from sourcier.core.span import Span

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"  # noncharacters: no text may hold them
_BEFORE, _LENGTH = 50, 200  # code points of the snippet before the first word found, and in all
# As the table of the ledger; asking that one would look its whole index through again for each text.
_TABLE = "CREATE VIRTUAL TABLE few USING fts5 (title, text, tokenize = 'unicode61 remove_diacritics 2')"
_MARKED = "SELECT rowid, highlight(few, 1, ?, ?) FROM few WHERE few MATCH ?"


def marked(texts: Sequence[tuple[str | None, str]], wanted: str) -> list[tuple[Span, ...]]:
    """Return for each (title, text) where in the text stands what the query `wanted` looks for."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute(_TABLE)
        db.execute("BEGIN")
        db.executemany("INSERT INTO few (rowid, title, text) VALUES (?, ?, ?)", _rows(texts))
        found = dict(db.execute(_MARKED, (_OPEN, _CLOSE, wanted)).fetchall())
    return [_spans(found.get(number, ""), text) for number, (_, text) in enumerate(texts)]


def around(text: str, spans: Sequence[Span]) -> Span:
    """Return the stretch to show, cut between words where the text has spaces."""
    start = max(0, spans[0].start - _BEFORE) if spans else 0
    if start and (space := re.compile(r"\s").search(text, start, spans[0].start)):
        start = space.end()
    end = min(len(text), start + _LENGTH)
    floor = spans[0].end if spans else start
    if end < len(text) and (cut := max(text.rfind(" ", floor, end), text.rfind("\n", floor, end))) > floor:
        end = cut
    return Span(start, max(end, floor))


def _rows(texts: Sequence[tuple[str | None, str]]) -> list[tuple[int, str | None, str]]:
    return [(number, title, text) for number, (title, text) in enumerate(texts)]


def _spans(found: str, text: str) -> tuple[Span, ...]:
    if _OPEN in text or _CLOSE in text:
        return ()
    pieces = re.split(f"[{_OPEN}{_CLOSE}]", found)  # outside, inside, outside, …
    ends = []
    position = 0
    for piece in pieces:
        position += len(piece)
        ends.append(position)
    return tuple(Span(start, end) for start, end in zip(ends[:-1:2], ends[1:-1:2], strict=False))
