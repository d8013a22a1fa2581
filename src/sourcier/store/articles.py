"""The rows of articles, with the places that each was read from."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sourcier.core.address import host, page
from sourcier.core.article import Article
from sourcier.core.errors import UnknownArticle
from sourcier.core.identity import combine, identity, text_hash
from sourcier.store.archive import packed
from sourcier.store.names import name
from sourcier.store.overlay import corrected
from sourcier.store.records import Reading, Value, article_of, first_instant, said, values, written
from sourcier.store.resolving import resolve

Row = dict[str, Value]
Place = tuple[str, str | None, str, str | None, bytes | None]
Resolve = Callable[[str | None, str | None], str | None]

_INSERT = """
INSERT INTO articles (number, id, title, title_start, title_end, outlet, url, byline, published, captured, language,
                      complete, links, path, hash, text, instant, characters, first_seen, stated_outlet, host, page)
VALUES (:number, :id, :title, :title_start, :title_end, :outlet, :url, :byline, :published, :captured, :language,
        :complete, :links, :path, :hash, :text, :instant, :characters, :first_seen, :stated_outlet, :host, :page)
"""
_UPDATE = """
UPDATE articles SET id = :id, title = :title, title_start = :title_start, title_end = :title_end, outlet = :outlet,
    url = :url, byline = :byline, published = :published, captured = :captured, language = :language,
    complete = :complete, links = :links, path = :path, instant = :instant, first_seen = :first_seen,
    stated_outlet = :stated_outlet, host = :host, page = :page
WHERE number = :number
"""
_SEARCH = "INSERT INTO search (rowid, title, text) VALUES (:number, :title, :text)"
_LOCATION = "INSERT INTO locations (article, path, first_seen, says, raw) VALUES (?, ?, ?, ?, ?)"
_FROM = "SELECT *, (SELECT json_group_array(path) FROM locations WHERE article = articles.id) AS paths FROM articles"
_ALL = f"{_FROM} ORDER BY number"
_SOME = f"{_FROM} WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number"  # noqa: S608 -- names from here
_NEXT = "SELECT max(coalesce(max(number), 0), (SELECT value FROM state WHERE name = 'highest')) + 1 FROM articles"
_SHOWN = 5  # of the ids that a beginning fits


def stored(db: sqlite3.Connection) -> Iterator[Article]:
    """Yield every article, without the pages as they came."""
    yield from map(_article, db.execute(_ALL))


def some(db: sqlite3.Connection, numbers: Sequence[int]) -> list[Article]:
    """Return the articles of these rows, without the pages as they came."""
    return [article for _, article in numbered(db, numbers)]


def numbered(db: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[int, Article]]:
    """Return the articles of these rows with their numbers, in order of these, without the pages as they came."""
    return [(row["number"], _article(row)) for row in db.execute(_SOME, (json.dumps(numbers),))]


def _article(row: Any) -> Article:
    return article_of(row, tuple(sorted(set(json.loads(row["paths"])))))


def article(db: sqlite3.Connection, key: str) -> Article:
    """Return the article of an id, the beginning of one, or a path, with its page as it came."""
    row = db.execute("SELECT * FROM articles WHERE id = ?", (find(db, key),)).fetchone()
    places = db.execute("SELECT path, raw FROM locations WHERE article = ? ORDER BY path", (row["id"],)).fetchall()
    raw = next((place["raw"] for place in places if place["raw"] is not None), None)
    return article_of(row, tuple(dict.fromkeys(place["path"] for place in places)), raw)


def find(db: sqlite3.Connection, key: str) -> str:
    """Return the id of the article that `key` is the id or address of, or that it begins or was read from.

    Raises UnknownArticle unless there is exactly one.
    """
    key = written(key)
    if db.execute("SELECT 1 FROM articles WHERE id = ?", (key,)).fetchone():
        return key
    hint = "give one of these ids"
    found = {row["article"] for row in db.execute("SELECT article FROM locations WHERE path = ?", (key,))}
    if not found:
        found = set(at_address(db, key))
    if not found and re.fullmatch("[0-9a-f]+", key):
        begun = db.execute("SELECT id FROM articles WHERE id > ? AND id < ?", (key, f"{key}g"))
        found, hint = {row["id"] for row in begun.fetchmany(_SHOWN + 1)}, "give more of the id"
    if not found:
        raise UnknownArticle(
            f"no article {key!r} in the ledger", "`sourcier search WORDS` finds articles and their ids"
        )
    if len(found) > 1:
        some = ", ".join(sorted(found)[:_SHOWN]) + (", …" if len(found) > _SHOWN else "")
        raise UnknownArticle(f"{key!r} is more than one article: {some}", hint)
    return str(found.pop())


def at_address(db: sqlite3.Connection, key: str) -> list[str]:
    """Return the ids of the articles at an address, however a link to it is written; none where `key` is none."""
    if "://" not in key:
        return []
    number = page(key)
    column, value = ("url", key) if number is None else ("page", number)
    return [row["id"] for row in db.execute(f"SELECT id FROM articles WHERE {column} = ? ORDER BY id", (value,))]  # noqa: S608 -- ours


def readings(db: sqlite3.Connection, article: str) -> list[Reading]:
    """Return what each place said of a stored article."""
    row = dict(db.execute("SELECT * FROM articles WHERE id = ?", (article,)).fetchone())
    row["outlet"] = row["stated_outlet"]
    places = db.execute("SELECT * FROM locations WHERE article = ? ORDER BY number", (article,)).fetchall()
    found = []
    for place in places:
        said_here = row | json.loads(place["says"] or "{}") | {"id": place["path"]}
        found.append(Reading(article_of(said_here, (place["path"],), place["raw"]), place["first_seen"]))
    return found


def settle(db: sqlite3.Connection, article: str) -> None:
    """Work out an article's row again from its readings and corrections."""
    number = db.execute("SELECT number FROM articles WHERE id = ?", (article,)).fetchone()["number"]
    write(db, number, readings(db, article))


def write(db: sqlite3.Connection, number: int | None, found: Sequence[Reading]) -> int:
    """Store one article of its readings as row `number` (None: a new one), and return the number."""
    merged = combine([reading.article for reading in found])
    key = name(db, number, identity(merged), lambda other: _digest(db, other))
    corrections = _corrections(db, number)
    known = corrected(merged, corrections)
    by_hand = "outlet" in corrections
    first_seen = min(reading.first_seen for reading in found)
    row = columns(known, key, first_seen, lambda stated, site: stated if by_hand else resolve(db, stated, site))
    places = [place(key, reading, known) for reading in found]
    if number is None:
        number = following(db)
        insert(db, [row | {"number": number, "hash": text_hash(known.text), "text": known.text}], places)
    else:
        db.execute(_UPDATE, row | {"number": number})
        db.execute("DELETE FROM locations WHERE article = ?", (key,))
        insert(db, (), places)
    return number


def following(db: sqlite3.Connection) -> int:
    """Return the number of the next new article: one that none had before."""
    return int(db.execute(_NEXT).fetchone()[0])


def insert(db: sqlite3.Connection, rows: Sequence[Row], places: Iterable[Place]) -> None:
    """Store rows of new articles, with their words for search, and places that articles were read from."""
    db.executemany(_INSERT, rows)
    db.executemany(_SEARCH, rows)
    db.executemany(_LOCATION, places)


def columns(known: Article, key: str, first_seen: str, outlet_of: Resolve) -> Row:
    """Return what an article's row holds but for its number, text and hash.

    `outlet_of` gives the outlet as the register has it, for one as stated and the site.
    """
    site = host(known.url)
    return values(known) | {
        "id": key,
        "path": known.path,
        "instant": None if known.published is None else first_instant(known.published),
        "characters": len(known.text),
        "first_seen": first_seen,
        "outlet": outlet_of(known.outlet, site),
        "stated_outlet": known.outlet,
        "host": site,
        "page": page(known.url),
    }


def place(key: str, reading: Reading, known: Article) -> Place:
    """Return the row of a place that an article was read from."""
    raw = reading.article.raw
    kept = None if raw is None else packed(raw, known.text)
    return key, reading.article.path, reading.first_seen, said(reading.article, known), kept


def _corrections(db: sqlite3.Connection, number: int | None) -> dict[str, str | None]:
    if number is None:
        return {}
    sql = """SELECT field, new FROM corrections WHERE undone IS NULL
             AND article = (SELECT id FROM articles WHERE number = ?) ORDER BY number"""
    return {row["field"]: row["new"] for row in db.execute(sql, (number,))}


def _digest(db: sqlite3.Connection, article: str) -> str:
    return identity(combine([reading.article for reading in readings(db, article)]))
