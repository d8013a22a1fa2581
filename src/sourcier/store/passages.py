"""Passages and their edits as rows."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from sourcier.core.edit import Edit
from sourcier.core.passage import Passage
from sourcier.core.span import Span

Side = Literal["derived", "source"]

_PASSAGE = "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# By when the derived text was published, the undated last; by place in it; by when the source was. The numbers of rows
# say in which order articles came into the ledger, which nothing that is found may depend on.
_ORDERED = """
SELECT p.* FROM passages p JOIN articles d ON d.id = p.derived JOIN articles s ON s.id = p.source
{where} ORDER BY d.instant IS NULL, d.instant, p.derived, p.derived_start, s.instant IS NULL, s.instant, p.source,
    p.source_start, p.derived_end, p.source_end, p.kind, p.number
"""
_ALL = _ORDERED.format(where="")
_BEST = """
SELECT number FROM passages WHERE {side} = ?
ORDER BY kind <> 'reuse', best DESC, derived, derived_start, source, source_start LIMIT ?
"""
_SOME = _ORDERED.format(where="WHERE p.number IN ({best})")
_EDITS = "SELECT * FROM edits WHERE passage IN (SELECT value FROM json_each(?)) ORDER BY passage, position"
_PART = 2_000  # passages whose edits are read at once
_PAIRS = """
SELECT DISTINCT p.derived, p.source
FROM family_articles d JOIN passages p ON p.derived = d.article
     JOIN family_articles s ON s.article = p.source AND s.family = d.family
WHERE d.family = ? AND p.kind = 'reuse'
"""
_EDIT = "INSERT INTO edits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def insert(db: sqlite3.Connection, found: Sequence[Passage]) -> None:
    """Store passages, numbered after those there are."""
    first = int(db.execute("SELECT coalesce(max(number), 0) + 1 FROM passages").fetchone()[0])
    db.executemany(_PASSAGE, (_passage_row(number, passage) for number, passage in enumerate(found, first)))
    db.executemany(_EDIT, _edit_rows(found, first))


def load(db: sqlite3.Connection) -> Iterator[Passage]:
    """Yield the passages by derived text and place in it; texts by time of publication, the undated last, then id."""
    yield from _with_edits(db, db.execute(_ALL))


def stored(db: sqlite3.Connection) -> Iterator[Passage]:
    """Yield the passages in no order that means anything, which costs less."""
    yield from _with_edits(db, db.execute("SELECT * FROM passages"))


def around(db: sqlite3.Connection, side: Side, article: str, limit: int) -> tuple[Passage, ...]:
    """Return the passages that have an article on this side, the best where there are more than `limit`.

    They come in the order of `load`.
    """
    some = _SOME.format(best=_BEST.format(side=side))
    return tuple(_with_edits(db, db.execute(some, (article, limit))))


def pairs(db: sqlite3.Connection, family: str) -> list[tuple[str, str]]:
    """Return the pairs (derived, source) of a family's articles that share a passage."""
    return [(row["derived"], row["source"]) for row in db.execute(_PAIRS, (family,))]


def spans(row: sqlite3.Row) -> tuple[Span, Span]:
    """Return the derived and the source span of a row."""
    return Span(row["derived_start"], row["derived_end"]), Span(row["source_start"], row["source_end"])


def _with_edits(db: sqlite3.Connection, rows: sqlite3.Cursor) -> Iterator[Passage]:
    while part := rows.fetchmany(_PART):
        edits: defaultdict[int, list[Edit]] = defaultdict(list)
        for edit in db.execute(_EDITS, (json.dumps([row["number"] for row in part]),)):
            edits[edit["passage"]].append(_edit(edit))
        yield from (_passage(row, tuple(edits.get(row["number"], ()))) for row in part)


def _passage_row(number: int, passage: Passage) -> tuple[object, ...]:
    here, there = passage.derived_span, passage.source_span
    places = (passage.derived, passage.source, here.start, here.end, there.start, there.end)
    scores = (passage.similarity, passage.score, passage.best, passage.direction, passage.equal)
    return number, passage.kind, *places, *scores


def _edit_rows(found: Iterable[Passage], first: int) -> Iterator[tuple[object, ...]]:
    for number, passage in enumerate(found, first):
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
