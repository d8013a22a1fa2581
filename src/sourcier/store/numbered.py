"""Articles by their numbers, thousands at a time, with no more of them than is asked for."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sourcier.core.article import Article
from sourcier.store import articles

_TEXTS = "SELECT number, text FROM articles WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number"
_KNOWN = """
SELECT number, id, outlet, published FROM articles WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number
"""
_ALL_KNOWN = "SELECT number, id, outlet, published FROM articles INDEXED BY articles_instant ORDER BY number"
_TEXTS_PART = 500  # texts held at once
_PART = 5_000  # rows without a text held at once


class Known(NamedTuple):
    """What orders an article among others; `published` is EDTF."""

    number: int
    id: str
    outlet: str | None
    published: str | None


def known(db: sqlite3.Connection, numbers: Iterable[int] | None) -> Iterator[Known]:
    """Yield what is known of these articles, or of all, in order of number; one that is gone is left out."""
    if numbers is None:
        cursor = _bare(db).execute(_ALL_KNOWN)
        while rows := cursor.fetchmany(_PART):
            yield from map(Known._make, rows)
        return
    for part in _parts(numbers, _PART):
        yield from map(Known._make, _bare(db).execute(_KNOWN, (part,)).fetchall())


def texts(db: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield number and text of these articles in order of number; one that is gone is left out."""
    for part in _parts(numbers, _TEXTS_PART):
        yield from _bare(db).execute(_TEXTS, (part,)).fetchall()


def whole(db: sqlite3.Connection, numbers: Iterable[int]) -> list[tuple[int, Article]]:
    """Return these articles without the pages as they came, in order of number; one that is gone is left out."""
    return [pair for part in _parts(numbers, _PART) for pair in articles.numbered(db, json.loads(part))]


def _parts(numbers: Iterable[int], size: int) -> Iterator[str]:
    ordered = sorted(set(numbers))
    return (json.dumps(ordered[start : start + size]) for start in range(0, len(ordered), size))


def _bare(db: sqlite3.Connection) -> sqlite3.Cursor:
    """Return a cursor whose rows are bare tuples, which cost less."""
    cursor = db.cursor()
    cursor.row_factory = None
    return cursor
