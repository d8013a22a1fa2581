"""Families at a glance, as rows: one overview each, in the orders that a list is asked in."""

import sqlite3
from collections.abc import Iterable, Mapping

from sourcier.core.overview import Contrast, Origins, Overview
from sourcier.core.page import Page
from sourcier.core.selection import Order, Selection
from sourcier.store.conditions import EVERY, of_families
from sourcier.store.families import absent_of, absent_row
from sourcier.store.records import instant

_SAVE = "INSERT OR REPLACE INTO overviews VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ORDERS: Mapping[Order, str] = {
    "look": "weight * uncredited DESC, weight DESC, articles DESC, family",
    "latest": "latest DESC, family",
    "size": "articles DESC, family",
}


def save(db: sqlite3.Connection, found: Iterable[Overview]) -> None:
    """Store overviews, each in place of what its family had; the caller holds the transaction."""
    db.executemany(_SAVE, map(_row, found))


def replace(db: sqlite3.Connection, found: Overview) -> None:
    """Store the overview of a family that is still there; the caller holds the transaction."""
    if db.execute("SELECT 1 FROM families WHERE id = ?", (found.family,)).fetchone():
        save(db, (found,))


def overview(db: sqlite3.Connection, family: str) -> Overview | None:
    """Return the overview of a family, None where it has none."""
    row = db.execute("SELECT * FROM overviews WHERE family = ?", (family,)).fetchone()
    return None if row is None else _overview(row)


def overviews(db: sqlite3.Connection, selection: Selection, order: Order, limit: int, offset: int) -> Page[Overview]:
    """Return a part of the list of families that a selection fits."""
    where, values = of_families(selection)
    if where == EVERY:
        total = db.execute("SELECT count(*) FROM overviews").fetchone()[0]
        rows = db.execute(f"SELECT * FROM overviews ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?", (limit, offset))  # noqa: S608 -- ours
        return Page(tuple(map(_overview, rows)), total, offset)
    # What a condition costs does not depend on how many families are shown: once is enough for the list and its length.
    found = db.execute(f"SELECT family FROM overviews o WHERE {where} ORDER BY {_ORDERS[order]}", values).fetchall()  # noqa: S608
    shown = [overview(db, row["family"]) for row in found[offset : offset + limit]]
    return Page(tuple(each for each in shown if each), len(found), offset)


def _row(overview: Overview) -> tuple[object, ...]:
    return (
        overview.family, overview.title, overview.articles, overview.outlets, overview.start, overview.end,
        instant(overview.end), overview.origins.min, overview.origins.max, *absent_row(overview.absent),
        overview.meaning, overview.category, overview.weight, overview.ties, overview.uncredited,
        *_contrast_row(overview.contrast),
    )  # fmt: skip


def _contrast_row(contrast: Contrast | None) -> tuple[object, ...]:
    if contrast is None:
        return (None,) * 5
    return contrast.derived, contrast.source, contrast.before, contrast.after, contrast.directed


def _contrast(row: sqlite3.Row) -> Contrast | None:
    derived, source = row["contrast_derived"], row["contrast_source"]
    if derived is None or source is None:
        return None
    return Contrast(derived, source, row["words_before"], row["words_after"], bool(row["directed"]))


def _overview(row: sqlite3.Row) -> Overview:
    return Overview(
        family=row["family"],
        title=row["title"],
        articles=row["articles"],
        outlets=row["outlets"],
        start=row["first_published"],
        end=row["last_published"],
        origins=Origins(row["origins_min"], row["origins_max"]),
        absent=absent_of(row),
        meaning=row["meaning"],
        category=row["category"],
        weight=row["weight"],
        ties=row["ties"],
        uncredited=row["uncredited"],
        contrast=_contrast(row),
    )
