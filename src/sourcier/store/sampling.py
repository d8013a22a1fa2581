"""Pairs of articles to be drawn from: those found row by row, those near by rare words, any others by number."""

import json
import math
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sourcier.core.credit import CreditStatus
from sourcier.core.passage import Direction
from sourcier.store.frequencies import frequencies
from sourcier.store.query import phrase
from sourcier.store.tokens import tokens

_FOUND = """
SELECT f.one, f.other, f.words, (SELECT family FROM family_articles WHERE article = f.one)
    = (SELECT family FROM family_articles WHERE article = f.other) AS together
FROM (SELECT min(derived, source) AS one, max(derived, source) AS other, max(equal) AS words
      FROM passages WHERE kind = 'reuse' GROUP BY 1, 2) f
WHERE NOT EXISTS (
    SELECT 1 FROM articles a JOIN versions v ON v.article = a.number JOIN versions w ON w.first = v.first
    JOIN articles b ON b.number = w.article WHERE a.id = f.one AND b.id = f.other)
ORDER BY f.one, f.other
"""
_PARTNERS = """
SELECT source AS id FROM passages WHERE derived = ?1 AND kind = 'reuse'
UNION SELECT derived FROM passages WHERE source = ?1 AND kind = 'reuse'
UNION SELECT m.article FROM family_articles o JOIN family_articles m ON m.family = o.family WHERE o.article = ?1
UNION SELECT b.id FROM articles a JOIN versions v ON v.article = a.number JOIN versions w ON w.first = v.first
    JOIN articles b ON b.number = w.article WHERE a.id = ?1
"""
_SHARED = "SELECT 1 FROM passages WHERE derived = ? AND source = ? AND kind = 'reuse' LIMIT 1"
_SAID = """
SELECT direction, equal FROM passages WHERE derived = ? AND source = ? AND kind = 'reuse' ORDER BY equal DESC LIMIT 1
"""
_CREDIT = "SELECT credit FROM edges WHERE derived = ? AND source = ? LIMIT 1"
_MEMBERS = "SELECT family, count(*) AS size FROM family_articles GROUP BY family ORDER BY min(article)"
_MEMBER = "SELECT article FROM family_articles WHERE family = ? ORDER BY article LIMIT 1 OFFSET ?"
_HOLDING = "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?"
_IDS = "SELECT number, id FROM articles WHERE number IN (SELECT value FROM json_each(?))"

_WORDS = 3_000  # of a text that are looked at
_RARE = 12  # of them by which its neighbours are found
_COMMON = 1_000  # articles; a word of more is not rare
_LEAST = 2  # rare words that neighbours share
_RANKED = 400  # neighbours that are looked at for some that are not tied to the article


@dataclass(frozen=True, slots=True)
class FoundPair:
    """Two articles that share a passage, the lesser id first; `words` are the equal words of the longest one.

    `together` tells that one family holds both.
    """

    one: str
    other: str
    words: int
    together: bool


@dataclass(frozen=True, slots=True)
class Said:
    """What was found of a pair, seen from its derived text; `words` are the equal words of the longest passage.

    `credit` is None where the source is not the best of any.
    """

    derived: str
    words: int
    direction: Direction
    credit: CreditStatus | None


def found(db: sqlite3.Connection) -> Iterator[FoundPair]:
    """Yield every pair that shares a passage, once, in the order of their ids; never two versions of a page."""
    for row in db.execute(_FOUND):
        yield FoundPair(row["one"], row["other"], row["words"], bool(row["together"]))


def families(db: sqlite3.Connection) -> dict[str, int]:
    """Return the families with their sizes, by their first article."""
    return {row["family"]: row["size"] for row in db.execute(_MEMBERS)}


def member(db: sqlite3.Connection, family: str, place: int) -> str:
    """Return the article at a place of a family, from 0, in the order of ids."""
    return str(db.execute(_MEMBER, (family, place)).fetchone()["article"])


def shares(db: sqlite3.Connection, one: str, other: str) -> bool:
    """Tell whether a passage of the two was found."""
    return any(db.execute(_SHARED, pair).fetchone() for pair in ((one, other), (other, one)))


def tied(db: sqlite3.Connection, article: str) -> set[str]:
    """Return the articles that share a passage with this one, are in its family, or are versions of its page."""
    return {row["id"] for row in db.execute(_PARTNERS, (article,))}


def said(db: sqlite3.Connection, one: str, other: str) -> Said | None:
    """Return what was found of a pair, None where it shares nothing."""
    for derived, source in ((one, other), (other, one)):
        if row := db.execute(_SAID, (derived, source)).fetchone():
            credit = db.execute(_CREDIT, (derived, source)).fetchone()
            return Said(derived, row["equal"], row["direction"], credit and credit["credit"])
    return None


def ids(db: sqlite3.Connection) -> Iterator[str]:
    """Yield the id of every article, in their order."""
    return (row["id"] for row in db.execute("SELECT id FROM articles ORDER BY id"))


def near(db: sqlite3.Connection, article: str, most: int) -> list[str]:
    """Return up to `most` articles that have the most rare words in common with this one and are not tied to it.

    A word is rare that fewer than 1,000 articles use; the rarest twelve of a text are looked for, two to be met.
    """
    row = db.execute("SELECT number, text FROM articles WHERE id = ?", (article,)).fetchone()
    used = frequencies(db, sorted(set(tokens(row["text"])[:_WORDS])), _COMMON)
    rare = sorted((count, word) for word, count in used.items() if 1 < count < _COMMON)[:_RARE]
    weights: dict[int, float] = {}
    shared: dict[int, int] = {}
    for count, word in rare:
        for (number,) in db.execute(_HOLDING, (phrase(word), _COMMON)):
            weights[number] = weights.get(number, 0.0) + math.log(_COMMON / count)
            shared[number] = shared.get(number, 0) + 1
    ranked = sorted((n for n in weights if shared[n] >= _LEAST and n != row["number"]), key=lambda n: (-weights[n], n))
    return _untied(db, article, ranked, most)


def _untied(db: sqlite3.Connection, article: str, ranked: list[int], most: int) -> list[str]:
    ids: Mapping[int, str] = {r["number"]: r["id"] for r in db.execute(_IDS, (json.dumps(ranked[:_RANKED]),))}
    aside = tied(db, article)
    return [ids[number] for number in ranked[:_RANKED] if ids[number] not in aside][:most]
