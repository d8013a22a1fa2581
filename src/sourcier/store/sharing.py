"""What the articles of a list share with others, in a word each."""

import json
import sqlite3
from collections.abc import Iterable

from sourcier.core.sharing import Sharing

# The share of an edge is of its derived text's words. SQLite takes the other columns
# from the row with the maximum.
_TIES = """
WITH asked (id) AS (SELECT value FROM json_each(:ids)),
     ties (article, other, kind, shared, weight) AS (
    SELECT e.derived, e.source,
           CASE e.direction WHEN 'source_first' THEN 'from' WHEN 'derived_first' THEN 'to' ELSE 'with' END,
           e.shared, e.shared + 1
    FROM asked CROSS JOIN edges e ON e.derived = asked.id
    UNION ALL
    SELECT e.source, e.derived,
           CASE e.direction WHEN 'source_first' THEN 'to' WHEN 'derived_first' THEN 'from' ELSE 'with' END,
           NULL, e.shared
    FROM asked CROSS JOIN edges e ON e.source = asked.id
)
SELECT t.article, t.kind, t.other, t.shared, max(t.weight) AS weight, count(*) AS texts FROM ties t
WHERE NOT EXISTS (SELECT 1 FROM denials n WHERE n.undone IS NULL
                  AND min(n.derived, n.source) = min(t.article, t.other)
                  AND max(n.derived, n.source) = max(t.article, t.other))
GROUP BY t.article, t.kind
"""
_CALLED = "SELECT id, outlet, title FROM articles WHERE id IN (SELECT value FROM json_each(?))"
_FIRST = ("from", "with", "to")


def sharing(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Sharing]:
    """Return for each of these articles that has ties nobody denied the one that says most."""
    rows = db.execute(_TIES, {"ids": json.dumps(list(ids))}).fetchall()
    rows.sort(key=lambda row: _FIRST.index(row["kind"]), reverse=True)
    best = {str(row["article"]): row for row in rows}
    others = json.dumps([row["other"] for row in best.values()])
    called = {row["id"]: (row["outlet"], row["title"]) for row in db.execute(_CALLED, (others,))}
    return {
        id_: Sharing(row["kind"], row["other"], *called[row["other"]], row["shared"], row["texts"])
        for id_, row in best.items()
    }
