"""Full-text search: the best answer first, of equals the newest."""

import json
import sqlite3
from collections.abc import Iterable

from sourcier.core.hit import Hit
from sourcier.store.query import query
from sourcier.store.records import written
from sourcier.store.snippets import around, marked

RANKED = 2_000
"""Articles that are ranked: of words that stand in more of them, those that came last into the ledger."""

_BEST = """
SELECT a.number
FROM (SELECT rowid AS number, bm25(search, 4.0, 1.0) AS score FROM search WHERE search MATCH :query
      ORDER BY rowid DESC LIMIT :ranked) found
     JOIN articles a ON a.number = found.number
ORDER BY found.score, a.published DESC, a.id LIMIT :limit
"""
_AMONG = "SELECT id, title, outlet, published, text FROM articles WHERE id IN (SELECT value FROM json_each(?))"
_ROWS = (
    "SELECT number, id, title, outlet, published, text FROM articles WHERE number IN (SELECT value FROM json_each(?))"
)


def search(db: sqlite3.Connection, words: str, limit: int, *, prefix: bool = False) -> list[Hit]:
    """Return the articles that hold all words, in title or text, accents and case apart.

    With `prefix` a last word of fewer than three letters is one that is still being typed: it counts for nothing
    yet, unless it is the only one.
    """
    wanted = query(written(words), unfinished=prefix)
    if wanted is None:
        return []
    best = [
        row["number"] for row in db.execute(_BEST, {"query": wanted, "ranked": RANKED, "limit": min(limit, RANKED)})
    ]
    rows = {row["number"]: row for row in db.execute(_ROWS, (json.dumps(best),))}
    return list(_hits([rows[number] for number in best], wanted))


def hits(db: sqlite3.Connection, words: str, ids: Iterable[str]) -> list[Hit]:
    """Return where the words stand in articles that are known to hold them."""
    wanted = query(written(words))
    return list(_hits(db.execute(_AMONG, (json.dumps(list(ids)),)).fetchall(), wanted)) if wanted else []


def _hits(rows: list[sqlite3.Row], wanted: str) -> Iterable[Hit]:
    found = marked([(row["title"], row["text"]) for row in rows], wanted)
    for row, spans in zip(rows, found, strict=True):
        shown = around(row["text"], spans)
        yield Hit(row["id"], row["title"], row["outlet"], row["published"], shown.of(row["text"]), shown, spans)
