"""What is known of articles, without their texts."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from sourcier.core.card import Card
from sourcier.core.moment import Moment
from sourcier.store import articles

_CARDS = """
SELECT id, title, outlet, url, byline, published, language, complete, path, characters, hash, first_seen,
       (SELECT family FROM family_articles WHERE article = articles.id ORDER BY family LIMIT 1) AS family
FROM articles WHERE id IN (SELECT value FROM json_each(?))
"""
_TEXTS = "SELECT id, text FROM articles WHERE id IN (SELECT value FROM json_each(?))"


def cards(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Card]:
    """Return a card for each of these ids that the ledger holds, in the order given."""
    wanted: Sequence[str] = tuple(dict.fromkeys(ids))
    found = {row["id"]: _card(row) for row in db.execute(_CARDS, (json.dumps(wanted),))}
    return {id_: found[id_] for id_ in wanted if id_ in found}


def texts(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """Return the text of each of these ids that the ledger holds, in the order given."""
    wanted: Sequence[str] = tuple(dict.fromkeys(ids))
    found = {row["id"]: str(row["text"]) for row in db.execute(_TEXTS, (json.dumps(wanted),))}
    return {id_: found[id_] for id_ in wanted if id_ in found}


def card(db: sqlite3.Connection, key: str) -> Card:
    """Return the card of the article of an id, the beginning of one, or a path; raises UnknownArticle."""
    id_ = articles.find(db, key)
    return cards(db, (id_,))[id_]


def _card(row: sqlite3.Row) -> Card:
    return Card(
        id=row["id"],
        title=row["title"],
        outlet=row["outlet"],
        url=row["url"],
        byline=row["byline"],
        published=None if row["published"] is None else Moment(row["published"]),
        language=row["language"],
        complete=bool(row["complete"]),
        path=row["path"],
        characters=row["characters"],
        hash=row["hash"],
        first_seen=row["first_seen"],
        family=row["family"],
    )
