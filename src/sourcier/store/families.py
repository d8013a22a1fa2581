"""Families of articles as rows."""

import sqlite3
from collections.abc import Iterator, Sequence

from sourcier.core.errors import UnknownFamily
from sourcier.core.family import AbsentOrigin, Family, Searched, Shares
from sourcier.store import edges
from sourcier.store.scope import searched

_FAMILY = "INSERT INTO families (id, origin, absent_name, absent_why) VALUES (?, ?, ?, ?)"
_MEMBER = "INSERT INTO family_articles VALUES (?, ?, ?, ?, ?, ?, ?)"
_MEMBERS = "SELECT * FROM family_articles WHERE family = ? ORDER BY position"


def insert(db: sqlite3.Connection, families: Sequence[Family]) -> None:
    """Store families with their articles and ties."""
    for family in families:
        db.execute(_FAMILY, (family.id, family.origin, *absent_row(family.absent_origin)))
        db.executemany(_MEMBER, (_member(family, place, article) for place, article in enumerate(family.articles)))
    edges.insert(db, families)


def load(db: sqlite3.Connection) -> Iterator[Family]:
    """Yield the families in order of their ids."""
    scope = searched(db)
    for row in db.execute("SELECT * FROM families ORDER BY id").fetchall():
        yield _family(db, row, scope)


def family(db: sqlite3.Connection, key: str, most: int | None = None) -> Family:
    """Return the family of an id, of a large one no more than its first `most` articles; raises UnknownFamily."""
    row = db.execute("SELECT * FROM families WHERE id = ?", (key,)).fetchone()
    if row is None:
        raise UnknownFamily(f"no family {key!r} in the ledger", "families get other ids when articles are added")
    return _family(db, row, searched(db), most)


def absent_row(absent: AbsentOrigin | None) -> tuple[str | None, str | None]:
    """Return the columns that hold an absent origin."""
    return (absent.name, absent.why) if absent else (None, None)


def absent_of(row: sqlite3.Row) -> AbsentOrigin | None:
    """Return the absent origin in a row's columns."""
    return None if row["absent_why"] is None else AbsentOrigin(row["absent_name"], row["absent_why"])


def _family(db: sqlite3.Connection, row: sqlite3.Row, scope: Searched, most: int | None = None) -> Family:
    members = db.execute(_MEMBERS, (row["id"],)).fetchall()[:most]
    return Family(
        id=row["id"],
        origin=row["origin"],
        absent_origin=absent_of(row),
        articles=tuple(member["article"] for member in members),
        searched=scope,
        edges=edges.of_family(db, row["id"], most),
        shares={
            member["article"]: Shares(member["shared"], member["reworded"], member["unmatched"])
            for member in members
            if member["shared"] is not None
        },
        from_absent=tuple(member["article"] for member in members if member["from_absent"]),
    )


def _member(family: Family, place: int, article: str) -> tuple[object, ...]:
    shares = family.shares.get(article)
    parts = (shares.shared, shares.reworded, shares.unmatched) if shares else (None, None, None)
    return family.id, place, article, *parts, article in family.from_absent
