"""The facts of each article: kept as bytes with what made them, gone with the article or when it changes."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sourcier.core.article import Article
from sourcier.core.facts import Facts
from sourcier.core.problem import Problem
from sourcier.store import articles
from sourcier.store.compact import Unreadable, packed, unpacked

STAGE = "facts"

_STALE = """
SELECT number FROM articles INDEXED BY articles_instant
WHERE number NOT IN (SELECT article FROM facts WHERE version = ? AND gazetteer = ?)
"""
_STATE = "id = ? AND published IS ? AND language IS ?"
_SAVE = f"""
INSERT OR REPLACE INTO facts (article, version, gazetteer, found, message, hint)
SELECT number, ?, ?, ?, ?, ? FROM articles WHERE number = ? AND {_STATE}
"""  # noqa: S608 -- names from here
_OF_ONE = """
SELECT a.id, f.found, f.message, f.hint FROM facts f JOIN articles a ON a.number = f.article
WHERE a.id = ? AND f.version = ? AND f.gazetteer = ?
"""
_SOME = """
SELECT a.number, f.found FROM facts f JOIN articles a ON a.number = f.article
WHERE a.number IN (SELECT value FROM json_each(?)) ORDER BY a.number
"""


class Maker(NamedTuple):
    """What finds facts: the version of the stage, and what tells the gazetteer from another one."""

    version: int
    gazetteer: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What was found in an article, `facts` as bytes, or why nothing was: None and a problem.

    `number`, `id`, `published` and `language` are the article's as it was read.
    """

    number: int
    id: str
    published: str | None
    language: str | None
    facts: bytes | None
    problem: Problem | None = None


def entry(number: int, article: Article, found: Facts | Problem) -> Entry:
    """Return what is to be kept of an article as it stands in the ledger; facts that cannot be kept are a problem."""
    published = article.published.value if article.published else None
    state = number, article.id, published, article.language
    if isinstance(found, Problem):
        return Entry(*state, None, found)
    try:
        return Entry(*state, packed(found))
    except ValueError as error:
        return Entry(*state, None, Problem(STAGE, article.id, f"this article cannot be read: {error}", "report it"))


def stale(db: sqlite3.Connection, maker: Maker) -> list[int]:
    """Return the articles that have no facts by this maker, in order of number."""
    return sorted(number for (number,) in db.execute(_STALE, maker))


def stale_count(db: sqlite3.Connection, maker: Maker) -> int:
    """Return how many articles have no facts by this maker."""
    return int(db.execute(f"SELECT count(*) FROM ({_STALE})", maker).fetchone()[0])  # noqa: S608 -- from here


def any_kept(db: sqlite3.Connection) -> bool:
    """Tell whether there are facts of any article, by whatever maker."""
    return db.execute("SELECT 1 FROM facts LIMIT 1").fetchone() is not None


def save(db: sqlite3.Connection, entries: Iterable[Entry], maker: Maker) -> list[int]:
    """Keep what was found, and return the articles; one that changed meanwhile, or is gone, is left out."""
    return [each.number for each in entries if db.execute(_SAVE, _values(each, maker)).rowcount > 0]


def load(db: sqlite3.Connection, key: str, maker: Maker) -> Facts | Problem | None:
    """Return an article's facts by this maker, or why it has none; None where it is still to be read."""
    row = db.execute(_OF_ONE, (articles.find(db, key), *maker)).fetchone()
    if row is None:
        return None
    if row["found"] is None:
        return Problem(STAGE, row["id"], row["message"], row["hint"])
    try:
        return unpacked(Facts, row["found"])
    except Unreadable:
        return None


def some(db: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[tuple[int, Facts]]:
    """Yield the facts of those of these articles that have any, in order of number."""
    for row in db.execute(_SOME, (json.dumps(list(numbers)),)).fetchall():
        if row["found"] is not None:
            yield row["number"], unpacked(Facts, row["found"])


def number_of(db: sqlite3.Connection, key: str) -> int:
    """Return the number of the article of an id, of the beginning of one, or of a path; raises UnknownArticle."""
    row = db.execute("SELECT number FROM articles WHERE id = ?", (articles.find(db, key),)).fetchone()
    return int(row["number"])


def forget(db: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Drop the facts of these articles: they are to be read anew."""
    db.executemany("DELETE FROM facts WHERE article = ?", ((number,) for number in numbers))


def _values(each: Entry, maker: Maker) -> tuple[object, ...]:
    told = (each.problem.message, each.problem.hint) if each.problem else (None, None)
    return (*maker, each.facts, *told, each.number, each.id, each.published, each.language)
