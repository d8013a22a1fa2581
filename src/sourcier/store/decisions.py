"""What people decided about entities: kept over any new analysis, and beyond a removal of the articles it speaks of.

Of an article that goes no word stays here: who is meant is told by the article's id and a number made of the name.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from sourcier.core.entity import Decision, DecisionKind, Reference
from sourcier.store import sightings
from sourcier.store.records import written

_MOST = 200  # sightings that tell who is meant: the first of them that is there does

_INSERT = "INSERT INTO decisions (together, kind, name, author, time) VALUES (?, ?, ?, ?, ?)"
_SIDE = "INSERT INTO decision_sides (decision, side, position, article, reference) VALUES (?, ?, ?, ?, ?)"
_HOLDING = """
SELECT d.*, s.side, n.number AS sighting FROM decisions d JOIN decision_sides s ON s.decision = d.number
LEFT JOIN articles a ON a.id = s.article
LEFT JOIN sightings n ON n.article = a.number AND n.reference = s.reference
WHERE d.undone IS NULL ORDER BY d.number, s.side, s.position
"""
_TOUCHED = """
SELECT DISTINCT n.number FROM decision_sides s JOIN decisions d ON d.number = s.decision
JOIN articles a ON a.id = s.article JOIN sightings n ON n.article = a.number AND n.reference = s.reference
WHERE d.together = ?
"""


class Wish(NamedTuple):
    """A decision to be kept: the sightings (numbers) that tell who is meant, on one side or on two."""

    kind: DecisionKind
    sides: tuple[Sequence[int], ...]
    name: str | None = None


def keep(db: sqlite3.Connection, wishes: Sequence[Wish], author: str | None, now: str) -> list[int]:
    """Keep decisions that are taken back together, and return the sightings that they touch."""
    together = int(db.execute("SELECT coalesce(max(together), 0) + 1 FROM decisions").fetchone()[0])
    who = written(author) if author else None
    for wish in wishes:
        name = written(wish.name) if wish.name else None
        number = db.execute(_INSERT, (together, wish.kind, name, who, now)).lastrowid
        for side, numbers in enumerate(wish.sides):
            for position, (article, reference) in enumerate(_named(db, numbers[:_MOST])):
                db.execute(_SIDE, (number, side, position, article, reference))
    return [number for wish in wishes for side in wish.sides for number in side]


def holding(db: sqlite3.Connection, reference: Callable[[sightings.Kept], Reference]) -> list[Decision]:
    """Return the decisions that hold and whose sightings are there, in their order; `reference` names a sighting."""
    sides: defaultdict[int, dict[int, int]] = defaultdict(dict)
    rows: dict[int, sqlite3.Row] = {}
    for row in db.execute(_HOLDING).fetchall():
        rows[row["number"]] = row
        if row["sighting"] is not None:
            sides[row["number"]].setdefault(row["side"], row["sighting"])
    known = {
        each.number: reference(each) for each in sightings.load(db, (n for own in sides.values() for n in own.values()))
    }
    found = []
    for number, row in rows.items():
        own = sides[number]
        wanted = 2 if row["kind"] == "merge" else 1
        if len(own) == wanted:
            made = Decision(row["kind"], known[own[0]], None, row["name"], row["author"], row["time"])
            found.append(replace(made, other=known[own[1]]) if wanted == 2 else made)
    return found


def last(db: sqlite3.Connection, entity: str | None) -> int | None:
    """Return which decisions came last of those that hold, about one entity or any; None where there are none."""
    about = ""
    if entity is not None:
        about = """AND number IN (SELECT s.decision FROM decision_sides s JOIN articles a ON a.id = s.article
                   JOIN sightings n ON n.article = a.number AND n.reference = s.reference WHERE n.entity = ?1)"""
    sql = f"SELECT max(together) FROM decisions WHERE undone IS NULL {about}"  # noqa: S608 -- from here
    row = db.execute(sql, () if entity is None else (entity,)).fetchone()
    return None if row[0] is None else int(row[0])


def undo(db: sqlite3.Connection, together: int, now: str) -> tuple[list[DecisionKind], list[int]]:
    """Take back decisions, and return their kinds and the sightings that they touched."""
    kinds = [
        row["kind"] for row in db.execute("SELECT kind FROM decisions WHERE together = ? ORDER BY number", (together,))
    ]
    db.execute("UPDATE decisions SET undone = ? WHERE together = ?", (now, together))
    return kinds, [number for (number,) in db.execute(_TOUCHED, (together,))]


def _named(db: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[str, int]]:
    sql = """SELECT s.number, a.id, s.reference FROM sightings s JOIN articles a ON a.number = s.article
             WHERE s.number IN (SELECT value FROM json_each(?))"""
    rows = {row["number"]: (row["id"], row["reference"]) for row in db.execute(sql, (json.dumps(list(numbers)),))}
    return [rows[number] for number in numbers if number in rows]
