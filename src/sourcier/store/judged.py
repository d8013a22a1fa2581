"""What was found of some articles, in place of what was found of them before."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence

from sourcier.core.family import Family
from sourcier.core.overview import Overview
from sourcier.core.passage import Passage
from sourcier.store import families, overviews, passages

_IDS = "SELECT id FROM articles WHERE number IN (SELECT value FROM json_each(?))"
_AMONG = "(SELECT value FROM json_each(:ids))"
_TOUCHED = f"SELECT family FROM family_articles WHERE article IN {_AMONG}"  # noqa: S608 -- made of constants
# An article whose family goes and that is not judged now would be in none: it is to be judged as well.
_LEFT = f"""
INSERT OR IGNORE INTO unjudged (article)
SELECT a.number FROM family_articles m JOIN articles a ON a.id = m.article
WHERE m.family IN ({_TOUCHED}) AND m.article NOT IN {_AMONG}
"""  # noqa: S608 -- made of constants
_BEFORE = (
    _LEFT,
    f"DELETE FROM families WHERE id IN ({_TOUCHED})",  # noqa: S608 -- made of constants
    f"DELETE FROM edits WHERE passage IN (SELECT number FROM passages WHERE derived IN {_AMONG})",  # noqa: S608
    f"DELETE FROM passages WHERE derived IN {_AMONG}",  # noqa: S608
    f"DELETE FROM differences WHERE article IN {_AMONG}",  # noqa: S608
)
_PLAIN = f"SELECT number FROM passages WHERE derived IN {_AMONG} AND kind <> 'reuse'"  # noqa: S608 -- made of constants
_ASIDE = (
    f"DELETE FROM edits WHERE passage IN ({_PLAIN})",  # noqa: S608
    f"DELETE FROM passages WHERE number IN ({_PLAIN})",  # noqa: S608
    f"DELETE FROM differences WHERE article IN {_AMONG}",  # noqa: S608
)
_DIFFER = f"""
INSERT OR IGNORE INTO differences (category, article)
SELECT DISTINCT e.category, p.derived FROM passages p JOIN edits e ON e.passage = p.number
WHERE p.derived IN {_AMONG} AND p.best
"""  # noqa: S608 -- made of constants
_JUDGED = "DELETE FROM unjudged WHERE article IN (SELECT value FROM json_each(?))"
_DIFFERENCE = "INSERT OR IGNORE INTO differences (category, article) VALUES (?, ?)"


def save(
    db: sqlite3.Connection,
    numbers: Collection[int],
    found: Sequence[Passage],
    groups: Sequence[Family],
    seen: Iterable[Overview],
) -> None:
    """Replace the passages taken by these articles, and their families; the caller holds the transaction."""
    asked = json.dumps(sorted(set(numbers)))
    ids = {"ids": json.dumps([row["id"] for row in db.execute(_IDS, (asked,))])}
    for statement in _BEFORE:
        db.execute(statement, ids)
    passages.insert(db, found)
    db.executemany(_DIFFERENCE, _differences(found))
    families.insert(db, groups)
    overviews.save(db, seen)
    db.execute(_JUDGED, (asked,))


def save_aside(db: sqlite3.Connection, numbers: Collection[int], found: Sequence[Passage]) -> None:
    """Replace the passages without reuse taken by these articles, and no families; the caller holds the transaction."""
    asked = json.dumps(sorted(set(numbers)))
    ids = {"ids": json.dumps([row["id"] for row in db.execute(_IDS, (asked,))])}
    for statement in _ASIDE:
        db.execute(statement, ids)
    passages.insert(db, found)
    db.execute(_DIFFER, ids)
    db.execute(_JUDGED, (asked,))


def _differences(found: Iterable[Passage]) -> set[tuple[str, str]]:
    return {(edit.category, each.derived) for each in found if each.best for edit in each.edits}
