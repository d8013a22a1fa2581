"""The list of articles that a selection fits, part by part."""

import sqlite3

from sourcier.core.card import Card
from sourcier.core.page import Page
from sourcier.core.selection import Selection
from sourcier.store.cards import cards
from sourcier.store.conditions import of_articles


def listing(db: sqlite3.Connection, selection: Selection, limit: int, offset: int) -> Page[Card]:
    """Return the articles published last first, those without a date at the end."""
    where, values = of_articles(selection)
    total = db.execute(f"SELECT count(*) FROM articles a WHERE {where}", values).fetchone()[0]  # noqa: S608 -- ours
    part = f"SELECT a.id FROM articles a WHERE {where} ORDER BY a.instant DESC, a.id LIMIT :limit OFFSET :offset"  # noqa: S608
    ids = [row["id"] for row in db.execute(part, values | {"limit": limit, "offset": offset})]
    return Page(tuple(cards(db, ids).values()), total, offset)
