"""Full-text search: the best answer first, of equals the newest."""

import re
import sqlite3
from collections.abc import Sequence

from sourcier.core.hit import Hit
from sourcier.core.span import Span
from sourcier.store.query import query
from sourcier.store.records import written

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"  # noncharacters: no text may hold them
_BEFORE, _LENGTH = 50, 200  # code points of the snippet before the first word found, and in all
_BEST = """
SELECT a.number, a.id, a.title, a.outlet, a.published, a.text
FROM (SELECT rowid AS number, bm25(search, 4.0, 1.0) AS score FROM search WHERE search MATCH ?) found
     JOIN articles a ON a.number = found.number
ORDER BY found.score, a.published DESC, a.id LIMIT ?
"""
_MARKED = "SELECT highlight(search, 1, ?, ?) AS text FROM search WHERE search MATCH ? AND rowid = ?"


def search(db: sqlite3.Connection, words: str, limit: int) -> list[Hit]:
    """Return the articles that hold all words, in title or text, accents and case apart."""
    wanted = query(written(words))
    if wanted is None:
        return []
    return [_hit(db, row, wanted) for row in db.execute(_BEST, (wanted, limit)).fetchall()]


def _hit(db: sqlite3.Connection, row: sqlite3.Row, wanted: str) -> Hit:
    text = row["text"]
    marked = db.execute(_MARKED, (_OPEN, _CLOSE, wanted, row["number"])).fetchone()["text"]
    spans = _spans(marked) if _OPEN not in text and _CLOSE not in text else ()
    around = _around(text, spans)
    return Hit(row["id"], row["title"], row["outlet"], row["published"], around.of(text), around, spans)


def _spans(marked: str) -> tuple[Span, ...]:
    pieces = re.split(f"[{_OPEN}{_CLOSE}]", marked)  # outside, inside, outside, …
    ends = []
    position = 0
    for piece in pieces:
        position += len(piece)
        ends.append(position)
    return tuple(Span(start, end) for start, end in zip(ends[:-1:2], ends[1:-1:2], strict=False))


def _around(text: str, spans: Sequence[Span]) -> Span:
    """Return the stretch to show, cut between words where the text has spaces."""
    start = max(0, spans[0].start - _BEFORE) if spans else 0
    if start and (space := re.compile(r"\s").search(text, start, spans[0].start)):
        start = space.end()
    end = min(len(text), start + _LENGTH)
    floor = spans[0].end if spans else start
    if end < len(text) and (cut := max(text.rfind(" ", floor, end), text.rfind("\n", floor, end))) > floor:
        end = cut
    return Span(start, max(end, floor))
