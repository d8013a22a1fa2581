"""Whether what was found is of the articles that there are, and complete where nothing is to be done any more."""

import sqlite3
from collections.abc import Iterator

from sourcier.core.problem import Problem

STAGE = "lineage"
AGAIN = "`sourcier doctor --repair` finds it anew"
FOUND = frozenset(
    {
        "passages", "edits", "families", "family_articles", "edges", "reasons", "blocks", "overviews", "differences",
        "texts", "pairs",
    }
)  # fmt: skip
"""The tables of what was found, all of which can be found anew."""

_IDLE = "NOT IN (SELECT article FROM pending UNION ALL SELECT article FROM unjudged)"
_UNMATCHED = """
SELECT id FROM articles
WHERE number NOT IN (SELECT article FROM texts) AND number NOT IN (SELECT article FROM pending) ORDER BY number
"""
_WITHOUT_PAIR = f"""
SELECT DISTINCT d.id FROM passages p JOIN articles d ON d.id = p.derived JOIN articles s ON s.id = p.source
WHERE d.number {_IDLE} AND s.number {_IDLE}
  AND NOT EXISTS (SELECT 1 FROM pairs WHERE later = d.number AND earlier = s.number)
  AND NOT EXISTS (SELECT 1 FROM pairs WHERE later = s.number AND earlier = d.number)
"""  # noqa: S608 -- made of constants
_WITHOUT_FAMILY = f"""
SELECT DISTINCT a.id FROM pairs r JOIN articles a ON a.number = r.later JOIN articles b ON b.number = r.earlier
WHERE r.words > 0 AND a.number {_IDLE} AND b.number {_IDLE}
  AND NOT EXISTS (SELECT 1 FROM passages WHERE derived IN (a.id, b.id) AND source IN (a.id, b.id))
"""  # noqa: S608 -- made of constants


def wrong(db: sqlite3.Connection) -> Iterator[Problem]:
    """Yield what is missing or left over among what was found; what is still to be done is neither."""
    for sql, message in (
        (_UNMATCHED, "never compared, and not noted as to be compared"),
        (_WITHOUT_PAIR, "passages with an article that it shares nothing with"),
        (_WITHOUT_FAMILY, "shares words with an article, and has no passage with it"),
    ):
        for row in db.execute(sql).fetchall():
            yield Problem(STAGE, row["id"], message, AGAIN)
