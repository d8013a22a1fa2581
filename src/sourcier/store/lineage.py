"""What lineage found, as rows: all of it replaced at once."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import count

from sourcier.core.credit import Credit
from sourcier.core.family import AbsentOrigin, Block, Edge, Family, Headline, Reason, Searched, Shares
from sourcier.core.lineage import Lineage
from sourcier.store import passages
from sourcier.store.runs import Run
from sourcier.store.spans import dump_edits, dump_spans, load_edits, load_spans

STAGE = "lineage"
_FOUND = (
    "DELETE FROM edits", "DELETE FROM passages", "DELETE FROM reasons", "DELETE FROM blocks", "DELETE FROM edges",
    "DELETE FROM family_articles", "DELETE FROM families",
)  # fmt: skip
_FAMILY = "INSERT INTO families VALUES (?, ?, ?, ?, ?, ?, ?)"
_MEMBER = "INSERT INTO family_articles VALUES (?, ?, ?, ?, ?, ?)"
_EDGE = "INSERT INTO edges VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_REASON = "INSERT INTO reasons VALUES (?, ?, ?, ?)"
_BLOCK = "INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_RUN = "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def save(db: sqlite3.Connection, lineage: Lineage, run: Run) -> None:
    """Replace what was found; the caller holds the transaction."""
    for statement in _FOUND:
        db.execute(statement)
    passages.insert(db, lineage.passages)
    _insert_families(db, lineage.families)
    searched = lineage.searched
    parameters = json.dumps(dict(run.parameters), sort_keys=True, ensure_ascii=False)
    scope = (searched.articles, searched.start, searched.end)
    db.execute(_RUN, (STAGE, run.version, parameters, *scope, run.change, run.time))


def load(db: sqlite3.Connection) -> Lineage | None:
    """Return what was last saved, None when nothing was."""
    run = db.execute("SELECT * FROM runs WHERE stage = ?", (STAGE,)).fetchone()
    if run is None:
        return None
    searched = Searched(run["searched"], run["searched_from"], run["searched_to"])
    return Lineage(tuple(passages.load(db)), tuple(_families(db)), searched)


def _insert_families(db: sqlite3.Connection, families: Iterable[Family]) -> None:
    numbers = count(1)
    for family in families:
        absent, searched = family.absent_origin, family.searched
        why = (absent.name, absent.why) if absent else (None, None)
        db.execute(_FAMILY, (family.id, family.origin, *why, searched.articles, searched.start, searched.end))
        db.executemany(_MEMBER, (_member(family, place, article) for place, article in enumerate(family.articles)))
        for edge in family.edges:
            _insert_edge(db, next(numbers), family.id, edge)


def _member(family: Family, place: int, article: str) -> tuple[object, ...]:
    shares = family.shares.get(article)
    parts = (shares.shared, shares.reworded, shares.unmatched) if shares else (None, None, None)
    return family.id, place, article, *parts


def _insert_edge(db: sqlite3.Connection, number: int, family: str, edge: Edge) -> None:
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


def _families(db: sqlite3.Connection) -> Iterator[Family]:
    for row in db.execute("SELECT * FROM families ORDER BY id").fetchall():
        absent = None if row["absent_why"] is None else AbsentOrigin(row["absent_name"], row["absent_why"])
        sql = "SELECT * FROM family_articles WHERE family = ? ORDER BY position"
        members = db.execute(sql, (row["id"],)).fetchall()
        edges = db.execute("SELECT * FROM edges WHERE family = ? ORDER BY number", (row["id"],)).fetchall()
        yield Family(
            id=row["id"],
            origin=row["origin"],
            absent_origin=absent,
            articles=tuple(member["article"] for member in members),
            searched=Searched(row["searched"], row["searched_from"], row["searched_to"]),
            edges=tuple(_edge(db, edge) for edge in edges),
            shares={
                member["article"]: Shares(member["shared"], member["reworded"], member["unmatched"])
                for member in members
                if member["shared"] is not None
            },
        )


def _edge(db: sqlite3.Connection, row: sqlite3.Row) -> Edge:
    reasons = db.execute("SELECT * FROM reasons WHERE edge = ? ORDER BY position", (row["number"],))
    blocks = db.execute("SELECT * FROM blocks WHERE edge = ? ORDER BY position", (row["number"],))
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
        reasons=tuple(Reason(reason["kind"], reason["text"]) for reason in reasons),
        credit=Credit(row["credit"], tuple(names), load_spans(row["credit_spans"]), tuple(covers)),
        passages=load_spans(row["passages"]),
        blocks=tuple(Block(block["unit"], block["kind"], *passages.spans(block)) for block in blocks),
        headline=headline,
    )
