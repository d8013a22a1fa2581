"""Ties with what is known of both articles, read row by row."""

import sqlite3
from collections.abc import Iterator

from sourcier.core.tie import Side, Tie

_TIES = """
SELECT e.family, e.direction, e.shared, e.delay_seconds, e.credit, json_array_length(e.credit_covers) AS credited,
       json_array_length(e.passages) AS passages,
       d.id AS derived_id, d.outlet AS derived_outlet, d.published AS derived_published, d.title AS derived_title,
       s.id AS source_id, s.outlet AS source_outlet, s.published AS source_published, s.title AS source_title
FROM edges e JOIN articles d ON d.id = e.derived JOIN articles s ON s.id = e.source
WHERE NOT EXISTS (SELECT 1 FROM denials n WHERE n.undone IS NULL AND min(n.derived, n.source) = min(e.derived, e.source)
                  AND max(n.derived, n.source) = max(e.derived, e.source))
ORDER BY e.family, e.derived, e.source
"""


def ties(db: sqlite3.Connection) -> Iterator[Tie]:
    """Yield the ties that nobody denied, by family, derived text and source."""
    for row in db.execute(_TIES):
        yield Tie(
            family=row["family"],
            derived=_side(row, "derived"),
            source=_side(row, "source"),
            direction=row["direction"],
            shared=row["shared"],
            delay=row["delay_seconds"],
            credit=row["credit"],
            credited=row["credited"],
            passages=row["passages"],
        )


def _side(row: sqlite3.Row, side: str) -> Side:
    return Side(row[f"{side}_id"], row[f"{side}_outlet"], row[f"{side}_published"], row[f"{side}_title"])
