"""Articles into the ledger: what is new, what is known, and what is one article met twice."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sourcier.core.article import Article
from sourcier.core.identity import groups, marks, text_hash
from sourcier.store import articles as rows
from sourcier.store import denials, inserting, pages, runs
from sourcier.store.records import Reading, readings_of, written

_MET = "SELECT hash FROM articles WHERE hash IN (SELECT value FROM json_each(?))"
_IDS = "SELECT number, id FROM articles WHERE number IN (SELECT value FROM json_each(?))"
_Key = tuple[str | None, frozenset[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Added:
    """A batch that is safely stored: how many articles were new, how many known, and the id of each as given.

    Of the new ones `versions` are new texts of a page that had another one before.
    """

    new: int
    known: int
    ids: tuple[str, ...]
    versions: int = 0


def add(db: sqlite3.Connection, articles: Iterable[Article], now: str) -> Added:
    """Store a batch; the caller holds the transaction."""
    batch, before = [storable(article) for article in articles], pages.highest(db)
    by_text: defaultdict[str, list[Reading]] = defaultdict(list)
    for article in batch:
        by_text[article.text] += readings_of(article, now)
    hashes = {text: text_hash(text) for text in by_text}
    fresh = inserting.insert(db, _unmet(db, by_text, hashes), hashes)
    if fresh:
        runs.count_change(db)
    owners: dict[str, Mapping[_Key, int]] = {}
    new = len(fresh)
    for text, found in by_text.items():
        if text not in fresh:
            owners[text], more = _settle(db, hashes[text], found)
            new += more
    numbers = [fresh.get(article.text) or _owner(owners[article.text], article, now) for article in batch]
    ids = _ids(db, numbers)
    pages.settle(db)
    return Added(new, len(batch) - new, tuple(map(ids.__getitem__, numbers)), pages.added(db, before))


def _unmet(
    db: sqlite3.Connection, by_text: Mapping[str, Sequence[Reading]], hashes: Mapping[str, str]
) -> list[Reading]:
    """Return the readings of texts that were read at one place and that the ledger does not hold."""
    met = {row[0] for row in db.execute(_MET, (json.dumps(list(hashes.values())),))}
    return [found[0] for text, found in by_text.items() if len(found) == 1 and hashes[text] not in met]


def _owner(owners: Mapping[_Key, int], article: Article, now: str) -> int:
    return owners[_key(readings_of(article, now)[0].article)]


def storable(article: Article) -> Article:
    """Replace lone surrogates, which no file can hold, one for one, so that offsets stay."""
    known = (article.title, article.outlet, article.url, article.byline, article.language, article.path)
    try:
        "".join((article.id, article.text, *filter(None, known), *article.links, *article.locations)).encode()
    except UnicodeEncodeError:
        return _mended(article)
    return article


def _mended(article: Article) -> Article:
    def maybe(text: str | None) -> str | None:
        return None if text is None else written(text)

    return replace(
        article,
        id=written(article.id),
        text=written(article.text),
        title=maybe(article.title),
        outlet=maybe(article.outlet),
        url=maybe(article.url),
        byline=maybe(article.byline),
        language=maybe(article.language),
        path=maybe(article.path),
        links=tuple(map(written, article.links)),
        locations=tuple(map(written, article.locations)),
    )


def _settle(db: sqlite3.Connection, digest: str, new: Sequence[Reading]) -> tuple[Mapping[_Key, int], int]:
    """Return the row of each reading of the text with this hash, and how many rows are new."""
    sql = "SELECT number, id FROM articles WHERE hash = ? ORDER BY number"
    old = {row["number"]: rows.readings(db, row["id"]) for row in db.execute(sql, (digest,)).fetchall()}
    known = {_key(reading.article): reading for found in old.values() for reading in found}
    together = known | {_key(r.article): _again(known.get(_key(r.article)), r) for r in new}
    if known == together:
        return {_key(reading.article): number for number, found in old.items() for reading in found}, 0
    runs.count_change(db)
    owners: dict[_Key, int] = {}
    inserted = 0
    for group in groups([reading.article for reading in together.values()]):
        keys = [_key(article) for article in group]
        number = _row(db, old, set(keys))
        inserted += number is None
        owners |= dict.fromkeys(keys, rows.write(db, number, [together[key] for key in keys]))
    return owners, inserted


def _row(db: sqlite3.Connection, old: Mapping[int, Sequence[Reading]], keys: set[_Key]) -> int | None:
    """Return the row that stands for a group of readings; further rows that turn out to be the same article go."""
    numbers = [number for number, found in old.items() if _key(_leading(found)) in keys]
    ids = _ids(db, numbers)
    for number in numbers[1:]:
        gone, kept = ids[number], ids[numbers[0]]
        db.execute("UPDATE corrections SET article = ? WHERE article = ?", (kept, gone))
        denials.move(db, gone, kept)
        db.execute("DELETE FROM articles WHERE number = ?", (number,))
    return numbers[0] if numbers else None


def _leading(found: Sequence[Reading]) -> Article:
    """Return the reading that says most surely which article it is: one with an outlet or address."""
    return next((r.article for r in found if r.article.outlet or r.article.url), found[0].article)


def _again(known: Reading | None, reading: Reading) -> Reading:
    """Return the later reading of one file, which may know more; when it was first seen stays."""
    if known is None:
        return reading
    raw = known.article.raw if reading.article.raw is None else reading.article.raw
    if reading.article == known.article and raw == known.article.raw:
        return known
    return Reading(replace(reading.article, raw=raw), known.first_seen)


def _key(reading: Article) -> _Key:
    """Return what tells a reading of a text from the others: where it was read, and as whose."""
    return reading.path, marks(reading)


def _ids(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    return dict(db.execute(_IDS, (json.dumps(numbers),)).fetchall())
