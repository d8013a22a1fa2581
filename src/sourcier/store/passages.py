"""Passages and their edits as rows."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from sourcier.core.edit import Edit
from sourcier.core.passage import Passage
from sourcier.core.span import Span

Side = Literal["derived", "source"]

_PASSAGE = "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SOME = "SELECT number FROM passages WHERE {side} = ? ORDER BY kind <> 'reuse', best DESC, number LIMIT ?"
_PASSAGES_OF = "SELECT * FROM passages WHERE number IN ({some}) ORDER BY number"
_EDITS_OF = "SELECT * FROM edits WHERE passage IN ({some}) ORDER BY passage, position"
_PAIRS = """
SELECT DISTINCT p.derived, p.source
FROM family_articles d JOIN passages p ON p.derived = d.article
     JOIN family_articles s ON s.article = p.source AND s.family = d.family
WHERE d.family = ? AND p.kind = 'reuse'
"""
_EDIT = "INSERT INTO edits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def insert(db: sqlite3.Connection, found: Sequence[Passage]) -> None:
    """Store passages, numbered from 1 in their order."""
    db.executemany(_PASSAGE, (_passage_row(number, passage) for number, passage in enumerate(found, 1)))
    db.executemany(_EDIT, _edit_rows(found))


def load(db: sqlite3.Connection) -> Iterator[Passage]:
    """Yield the passages in the order in which they were stored."""
    edits = db.execute("SELECT * FROM edits ORDER BY passage, position")
    yield from _joined(db.execute("SELECT * FROM passages ORDER BY number"), edits)


def around(db: sqlite3.Connection, side: Side, article: str, limit: int) -> tuple[Passage, ...]:
    """Return the passages that have an article on this side, the best first where there are more than `limit`.

    They come in the order in which they were stored.
    """
    some = _SOME.format(side=side)
    edits = db.execute(_EDITS_OF.format(some=some), (article, limit))
    rows = db.execute(_PASSAGES_OF.format(some=some), (article, limit))
    return tuple(_joined(rows, edits))


def pairs(db: sqlite3.Connection, family: str) -> list[tuple[str, str]]:
    """Return the pairs (derived, source) of a family's articles that share a passage."""
    return [(row["derived"], row["source"]) for row in db.execute(_PAIRS, (family,))]


def spans(row: sqlite3.Row) -> tuple[Span, Span]:
    """Return the derived and the source span of a row."""
    return Span(row["derived_start"], row["derived_end"]), Span(row["source_start"], row["source_end"])


def _joined(rows: Iterable[sqlite3.Row], edit_rows: Iterable[sqlite3.Row]) -> Iterator[Passage]:
    edits = groupby(edit_rows, key=lambda row: row["passage"])
    number, group = next(edits, (None, iter(())))
    for row in rows:
        own: tuple[Edit, ...] = ()
        if row["number"] == number:
            own = tuple(_edit(edit) for edit in group)
            number, group = next(edits, (None, iter(())))
        yield _passage(row, own)


def _passage_row(number: int, passage: Passage) -> tuple[object, ...]:
    here, there = passage.derived_span, passage.source_span
    places = (passage.derived, passage.source, here.start, here.end, there.start, there.end)
    scores = (passage.similarity, passage.score, passage.best, passage.direction, passage.equal)
    return number, passage.kind, *places, *scores


def _edit_rows(found: Iterable[Passage]) -> Iterator[tuple[object, ...]]:
    for number, passage in enumerate(found, 1):
        for place, edit in enumerate(passage.edits):
            here, there = edit.derived, edit.source
            places = (here.start, here.end, there.start, there.end)
            yield number, place, edit.unit, edit.kind, edit.category, edit.weight, *places, edit.cue


def _passage(row: sqlite3.Row, edits: tuple[Edit, ...]) -> Passage:
    here, there = spans(row)
    return Passage(
        kind=row["kind"],
        derived=row["derived"],
        source=row["source"],
        derived_span=here,
        source_span=there,
        similarity=row["similarity"],
        score=row["score"],
        best=bool(row["best"]),
        direction=row["direction"],
        equal=row["equal"],
        edits=edits,
    )


def _edit(row: sqlite3.Row) -> Edit:
    here, there = spans(row)
    return Edit(row["unit"], row["kind"], row["category"], row["weight"], here, there, row["cue"])
