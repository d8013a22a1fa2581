"""The versions of pages: of one article, and of the articles of a list."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from sourcier.core.version import Place, Version
from sourcier.store import articles, pages
from sourcier.store.cards import cards

_OF_ONE = """
SELECT a.id, v.position, a.published, a.captured, a.first_seen FROM versions v JOIN articles a ON a.number = v.article
WHERE v.first = (SELECT first FROM versions WHERE article = (SELECT number FROM articles WHERE id = ?))
ORDER BY v.position
"""
_PLACES = """
SELECT a.id, v.position, (SELECT count(*) FROM versions o WHERE o.first = v.first) AS count
FROM articles a JOIN versions v ON v.article = a.number WHERE a.id IN (SELECT value FROM json_each(?))
"""
_AMONG = """
SELECT a.id, v.first FROM articles a JOIN versions v ON v.article = a.number
WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY v.first, v.position
"""
_ALL = "SELECT a.id, v.first FROM versions v JOIN articles a ON a.number = v.article ORDER BY v.first, v.position"


def versions(db: sqlite3.Connection, key: str) -> list[Version]:
    """Return the versions of an article's page in order of time, none where it has one alone; raises UnknownArticle."""
    rows = db.execute(_OF_ONE, (articles.find(db, key),)).fetchall()
    known = cards(db, (row["id"] for row in rows))
    return [Version(known[row["id"]], row["position"], *pages.when(row)) for row in rows]


def of_page(db: sqlite3.Connection, key: str) -> list[str]:
    """Return the ids of all texts at an address, or of all versions of an article's page; raises UnknownArticle."""
    if found := articles.at_address(db, key):
        return found
    id_ = articles.find(db, key)
    return [row["id"] for row in db.execute(_OF_ONE, (id_,))] or [id_]


def places(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Place]:
    """Return for each of these ids whose page has several versions which of them it is."""
    rows = db.execute(_PLACES, (json.dumps(list(ids)),))
    return {row["id"]: Place(row["position"], row["count"]) for row in rows}


def groups(db: sqlite3.Connection, ids: Iterable[str] | None) -> list[tuple[str, ...]]:
    """Return which of these ids (None: of all) are versions of one page, page by page."""
    rows = db.execute(_ALL) if ids is None else db.execute(_AMONG, (json.dumps(list(ids)),))
    found: defaultdict[int, list[str]] = defaultdict(list)
    for row in rows:
        found[row["first"]].append(row["id"])
    return [tuple(each) for each in found.values() if len(each) > 1]
