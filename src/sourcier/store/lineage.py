"""What lineage found, as rows: read as a whole, forgotten as a whole; `judged` replaces it in part."""

import json
import sqlite3

from sourcier.core.lineage import Lineage
from sourcier.store import families, passages, scope
from sourcier.store.runs import Run

STAGE = "lineage"
_FOUND = (
    "DELETE FROM edits", "DELETE FROM passages", "DELETE FROM reasons", "DELETE FROM blocks", "DELETE FROM edges",
    "DELETE FROM family_articles", "DELETE FROM overviews", "DELETE FROM families", "DELETE FROM differences",
)  # fmt: skip
_RUN = "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def clear(db: sqlite3.Connection) -> None:
    """Forget what was found; the caller holds the transaction."""
    for statement in _FOUND:
        db.execute(statement)


def note(db: sqlite3.Connection, run: Run) -> None:
    """Keep how it was found, and in how many articles; the caller holds the transaction."""
    searched = scope.searched(db)
    parameters = json.dumps(dict(run.parameters), sort_keys=True, ensure_ascii=False)
    dates = (searched.articles, searched.start, searched.end)
    db.execute(_RUN, (STAGE, run.version, parameters, *dates, run.change, run.time))


def load(db: sqlite3.Connection) -> Lineage | None:
    """Return what was last saved, None when nothing was."""
    if db.execute("SELECT 1 FROM runs WHERE stage = ?", (STAGE,)).fetchone() is None:
        return None
    return Lineage(tuple(passages.load(db)), tuple(families.load(db)), scope.searched(db))
