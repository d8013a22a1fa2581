"""What people changed, the newest first."""

import sqlite3

from sourcier.core.change import Change

_CHANGES = """
SELECT * FROM (SELECT 'correction' AS what, number, article, NULL AS other, field, old, new, author, time, undone
               FROM corrections
               ORDER BY time DESC, number DESC LIMIT ?1)
UNION ALL
SELECT * FROM (SELECT 'denial', number, derived, source, NULL, NULL, NULL, author, time, undone FROM denials
               ORDER BY time DESC, number DESC LIMIT ?1)
ORDER BY time DESC, what DESC, number DESC LIMIT ?1
"""


def changed(db: sqlite3.Connection, limit: int) -> list[Change]:
    """Return corrections and denials, those taken back with them, by the time when they were made."""
    return [_change(row) for row in db.execute(_CHANGES, (limit,))]


def _change(row: sqlite3.Row) -> Change:
    rest = (row["field"], row["old"], row["new"], row["author"], row["time"], row["undone"])
    concerned = (row["article"],) if row["other"] is None else (row["article"], row["other"])
    return Change(row["what"], concerned, *rest)
