"""The stretches that pairs of articles share, as the matching left them: one row a pair, the stretches opaque here."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence

Pair = tuple[int, int, int, bytes]
"""The later article, the earlier one, words of reuse, the stretches."""

_PART = 5_000  # numbers in one query
_PAIR = "INSERT INTO pairs (later, earlier, words, stretches) VALUES (?, ?, ?, ?)"
_TEXT = """
INSERT INTO texts (article, words) VALUES (?, ?)
ON CONFLICT (article) DO UPDATE SET words = excluded.words WHERE words <> excluded.words
"""
_OF = "SELECT later, earlier, words, stretches FROM pairs WHERE later IN (SELECT value FROM json_each(?))"
_LATER = "SELECT later, earlier, words FROM pairs WHERE later IN (SELECT value FROM json_each(?))"
_EARLIER = "SELECT earlier, later, words FROM pairs WHERE earlier IN (SELECT value FROM json_each(?))"
_BEFORE = "SELECT later, earlier, words, stretches FROM pairs WHERE earlier IN (SELECT value FROM json_each(?))"
_WORDS = "SELECT article, words FROM texts WHERE article IN (SELECT value FROM json_each(?))"


def save(
    db: sqlite3.Connection, matched: Sequence[tuple[int, int]], rows: Iterable[Pair], unjudged: Iterable[int]
) -> None:
    """Replace the pairs in which an article of `matched` (number, words) is the later one; they are pending no more.

    One that changed since it was taken stays pending. The caller holds the transaction.
    """
    numbers = [(number,) for number, _ in matched]
    db.executemany("DELETE FROM pairs WHERE later = ?", numbers)
    db.executemany(_PAIR, rows)
    db.executemany(_TEXT, matched)
    db.executemany("DELETE FROM pending WHERE article = ? AND taken", numbers)
    db.executemany("INSERT OR IGNORE INTO unjudged (article) VALUES (?)", ((number,) for number in unjudged))


def clear(db: sqlite3.Connection) -> None:
    """Forget all that matching left."""
    db.execute("DELETE FROM pairs")
    db.execute("DELETE FROM texts")


def among(db: sqlite3.Connection, numbers: Collection[int]) -> list[Pair]:
    """Return the pairs both articles of which are among these, in order of later and earlier."""
    wanted = set(numbers)
    return [row for part in _parts(wanted) for row in _rows(db, _OF, part) if row[1] in wanted]


def having(db: sqlite3.Connection, numbers: Iterable[int]) -> list[Pair]:
    """Return the pairs that one of these articles is in, on either side, each once."""
    wanted = set(numbers)
    later = [row for part in _parts(wanted) for row in _rows(db, _OF, part)]
    earlier = (row for part in _parts(wanted) for row in _rows(db, _BEFORE, part))
    return [*later, *(row for row in earlier if row[0] not in wanted)]


def partners(db: sqlite3.Connection, numbers: Iterable[int]) -> list[tuple[int, int, int]]:
    """Return (article, partner, words) for every pair that one of these articles is in, from its side."""
    return [row for part in _parts(set(numbers)) for sql in (_LATER, _EARLIER) for row in _rows(db, sql, part)]


def words(db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, int]:
    """Return the words outside standing text of those of these articles that were matched."""
    return dict(row for part in _parts(set(numbers)) for row in _rows(db, _WORDS, part))


def _parts(numbers: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(numbers)
    return (ordered[start : start + _PART] for start in range(0, len(ordered), _PART))


def _rows(db: sqlite3.Connection, sql: str, numbers: list[int]) -> sqlite3.Cursor:
    """Run a query over numbers; its rows are bare tuples, which cost less."""
    cursor = db.cursor()
    cursor.row_factory = None
    return cursor.execute(sql, (json.dumps(numbers),))
