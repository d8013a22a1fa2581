"""The ledger at a glance."""

import sqlite3

from sourcier.core.totals import Totals
from sourcier.store import lineage, runs
from sourcier.store.scope import searched

_OUTLETS = "SELECT count(DISTINCT outlet) FROM articles"
_FAMILIES = "SELECT count(*) FROM families"
_TIED = "SELECT count(*) FROM family_articles"  # an article is in one family at most
# A family without an overview: each of its articles may come from a text of its own.
_ORIGINS = """
SELECT coalesce(sum(coalesce(o.origins_max, (SELECT count(*) FROM family_articles WHERE family = f.id))), 0)
FROM families f LEFT JOIN overviews o ON o.family = f.id
"""
_PROBLEMS = "SELECT count(*) FROM problems"
_FOUND = "SELECT max(time) FROM runs WHERE stage = ?"


def totals(db: sqlite3.Connection, version: int) -> Totals:
    """Return how much there is; `version` is that of the lineage stage, which an older one makes stale."""
    scope = searched(db)
    outlets, families, tied, origins, problems = (
        db.execute(sql).fetchone()[0] for sql in (_OUTLETS, _FAMILIES, _TIED, _ORIGINS, _PROBLEMS)
    )
    return Totals(
        articles=scope.articles,
        dated=scope.dated or 0,
        outlets=outlets,
        start=scope.start,
        end=scope.end,
        families=families,
        tied=tied,
        origins_max=origins + scope.articles - tied,
        problems=problems,
        found=db.execute(_FOUND, (lineage.STAGE,)).fetchone()[0],
        stale=runs.stale(db, lineage.STAGE, version),
    )
