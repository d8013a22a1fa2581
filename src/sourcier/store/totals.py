"""The ledger at a glance."""

import sqlite3

from sourcier.core.totals import Totals
from sourcier.store import lineage, runs
from sourcier.store.scope import searched

# From each outlet to the next in the index: there are far fewer than articles.
_OUTLETS = """
WITH RECURSIVE met (outlet) AS (
    SELECT min(outlet) FROM articles
    UNION ALL SELECT (SELECT min(outlet) FROM articles WHERE outlet > met.outlet) FROM met WHERE met.outlet IS NOT NULL
)
SELECT count(outlet) FROM met
"""
_FAMILIES = "SELECT count(*) FROM families"
_TIED = "SELECT count(*) FROM family_articles"  # an article is in one family at most
# A family without an overview: each of its articles may come from a text of its own.
_ORIGINS = "SELECT coalesce(sum(origins_max), 0) FROM overviews"
_UNSEEN = """
SELECT CASE (SELECT count(*) FROM families) WHEN (SELECT count(*) FROM overviews) THEN 0
    ELSE (SELECT count(*) FROM family_articles WHERE family NOT IN (SELECT family FROM overviews)) END
"""
# Versions of a page that share too few words for a family: the first stands for them.
_VERSIONS = """
SELECT count(*) FROM versions v JOIN articles a ON a.number = v.article
WHERE v.position > 1 AND NOT EXISTS (SELECT 1 FROM family_articles m WHERE m.article = a.id)
"""
_PROBLEMS = "SELECT count(*) FROM problems"
_FOUND = "SELECT max(time) FROM runs WHERE stage = ?"


def totals(db: sqlite3.Connection, version: int) -> Totals:
    """Return how much there is; `version` is that of the lineage stage, which an older one makes stale."""
    scope = searched(db)
    outlets, families, tied, origins, unseen, versions, problems = (
        db.execute(sql).fetchone()[0] for sql in (_OUTLETS, _FAMILIES, _TIED, _ORIGINS, _UNSEEN, _VERSIONS, _PROBLEMS)
    )
    return Totals(
        articles=scope.articles,
        dated=scope.dated or 0,
        outlets=outlets,
        start=scope.start,
        end=scope.end,
        families=families,
        tied=tied,
        origins_max=origins + unseen + scope.articles - tied - versions,
        problems=problems,
        found=db.execute(_FOUND, (lineage.STAGE,)).fetchone()[0],
        stale=runs.stale(db, lineage.STAGE, version),
    )
