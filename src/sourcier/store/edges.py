"""Ties between articles as rows, with their reasons and blocks."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from itertools import count

from sourcier.core.credit import Credit
from sourcier.core.family import Block, Edge, Family, Headline, Reason
from sourcier.store import passages
from sourcier.store.spans import dump_edits, dump_spans, load_edits, load_spans

_AMONG_FIRST = """
SELECT e.* FROM family_articles d JOIN edges e ON e.derived = d.article AND e.family = d.family
     JOIN family_articles s ON s.article = e.source AND s.family = d.family AND s.position < ?2
WHERE d.family = ?1 AND d.position < ?2 ORDER BY e.number
"""
_EDGE = "INSERT INTO edges VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_REASON = "INSERT INTO reasons VALUES (?, ?, ?, ?)"
_BLOCK = "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_PARTS = "SELECT * FROM {part} WHERE edge IN (SELECT number FROM ({edges})) ORDER BY edge, position"


def insert(db: sqlite3.Connection, families: Iterable[Family]) -> None:
    """Store the ties of families, numbered in their order after those there are."""
    numbers = count(db.execute("SELECT coalesce(max(number), 0) + 1 FROM edges").fetchone()[0])
    for family in families:
        for edge in family.edges:
            _insert(db, next(numbers), family.id, edge)


def of_family(db: sqlite3.Connection, family: str, most: int | None = None) -> tuple[Edge, ...]:
    """Return the ties inside a family, or among its first `most` articles, in the order in which they were stored."""
    if most is None:
        return _load(db, "SELECT * FROM edges WHERE family = ? ORDER BY number", (family,))
    return _load(db, _AMONG_FIRST, (family, most))


def to_sources(db: sqlite3.Connection, article: str, limit: int) -> tuple[Edge, ...]:
    """Return an article's ties to its sources, the largest share first."""
    edges = "SELECT * FROM edges WHERE derived = ? ORDER BY shared DESC, source, number LIMIT ?"
    return _load(db, edges, (article, limit))


def to_derived(db: sqlite3.Connection, article: str, limit: int) -> tuple[Edge, ...]:
    """Return the ties of other texts to an article, the largest share of theirs first."""
    edges = "SELECT * FROM edges WHERE source = ? ORDER BY shared DESC, derived, number LIMIT ?"
    return _load(db, edges, (article, limit))


def _load(db: sqlite3.Connection, edges: str, values: tuple[object, ...]) -> tuple[Edge, ...]:
    reasons: defaultdict[int, list[Reason]] = defaultdict(list)
    for row in db.execute(_PARTS.format(part="reasons", edges=edges), values):
        reasons[row["edge"]].append(Reason(row["kind"], row["text"]))
    blocks: defaultdict[int, list[Block]] = defaultdict(list)
    for row in db.execute(_PARTS.format(part="blocks", edges=edges), values):
        blocks[row["edge"]].append(Block(row["unit"], row["kind"], *passages.spans(row)))
    rows = db.execute(edges, values)
    return tuple(_edge(row, tuple(reasons[row["number"]]), tuple(blocks[row["number"]])) for row in rows)


def _edge(row: sqlite3.Row, reasons: tuple[Reason, ...], blocks: tuple[Block, ...]) -> Edge:
    headline = None
    if row["headline_derived"] is not None:
        headline = Headline(row["headline_derived"], row["headline_source"], load_edits(row["headline_edits"]))
    names, covers = json.loads(row["credit_names"]), json.loads(row["credit_covers"])
    return Edge(
        derived=row["derived"],
        source=row["source"],
        shared=row["shared"],
        delay=None if row["delay_seconds"] is None else timedelta(seconds=row["delay_seconds"]),
        direction=row["direction"],
        reasons=reasons,
        credit=Credit(row["credit"], tuple(names), load_spans(row["credit_spans"]), tuple(covers)),
        passages=load_spans(row["passages"]),
        blocks=blocks,
        headline=headline,
    )


def _insert(db: sqlite3.Connection, number: int, family: str, edge: Edge) -> None:
    credit, headline = edge.credit, edge.headline
    delay = None if edge.delay is None else edge.delay.total_seconds()
    heads = (headline.derived, headline.source, dump_edits(headline.edits)) if headline else (None, None, None)
    names = json.dumps(credit.names, ensure_ascii=False)
    evidence = (credit.status, names, dump_spans(credit.spans), json.dumps(credit.covers), dump_spans(edge.passages))
    values = (number, family, edge.derived, edge.source, edge.shared, delay, edge.direction, *evidence, *heads)
    db.execute(_EDGE, values)
    db.executemany(_REASON, ((number, place, reason.kind, reason.text) for place, reason in enumerate(edge.reasons)))
    db.executemany(_BLOCK, ((number, place, *_block(block)) for place, block in enumerate(edge.blocks)))


def _block(block: Block) -> tuple[object, ...]:
    return block.unit, block.kind, block.derived.start, block.derived.end, block.source.start, block.source.end
