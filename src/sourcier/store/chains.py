"""From texts upward to the known sources of their sources."""

import json
import sqlite3
from collections.abc import Iterable

MOST = 5
"""Steps upward."""

_ABOVE = """
WITH RECURSIVE up (start, id, step) AS (
    SELECT value, value, 0 FROM json_each(?1)
    UNION ALL
    SELECT up.start, (
        SELECT e.source FROM edges e WHERE e.derived = up.id AND e.direction = 'source_first' AND NOT EXISTS (
            SELECT 1 FROM denials d WHERE d.undone IS NULL
            AND min(d.derived, d.source) = min(e.derived, e.source)
            AND max(d.derived, d.source) = max(e.derived, e.source)
        ) ORDER BY e.shared DESC, e.source LIMIT 1
    ), up.step + 1
    FROM up WHERE up.step < ?2 AND up.id IS NOT NULL
)
SELECT start, id FROM up WHERE step AND id IS NOT NULL ORDER BY start, step
"""


def above(db: sqlite3.Connection, article: str, sources: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the texts above the sources of an article: the closest known source of each, the closest of that one.

    At most five, none that somebody denied, up to the first that is met again; a source with none is left out.
    """
    found: dict[str, list[str]] = {}
    for start, id_ in db.execute(_ABOVE, (json.dumps(sorted(set(sources))), MOST)):
        found.setdefault(start, [article, start]).append(id_)
    chains = {start: _once(met)[2:] for start, met in found.items()}
    return {start: chain for start, chain in chains.items() if chain}


def _once(met: list[str]) -> tuple[str, ...]:
    return tuple(met[: next((place for place, id_ in enumerate(met) if id_ in met[:place]), len(met))])
