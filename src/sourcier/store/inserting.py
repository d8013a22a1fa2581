"""Articles of a text that the ledger has not met: rows by the thousand, of one reading each."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence

from sourcier.core.address import host
from sourcier.core.article import Article
from sourcier.core.identity import combine, identity
from sourcier.store import articles, names
from sourcier.store.records import Reading
from sourcier.store.resolving import resolve

_TAKEN = """
SELECT asked.value FROM json_each(?) asked
WHERE EXISTS (SELECT 1 FROM articles WHERE id >= asked.value AND id < asked.value || 'g')
"""


def insert(db: sqlite3.Connection, found: Sequence[Reading], hashes: Mapping[str, str]) -> dict[str, int]:
    """Store readings of texts that are all different and new, and return the number of each by its text.

    One whose short id another article has, or one before it, is left out: it is to be stored by itself.
    """
    known = [_alone(reading.article) for reading in found]
    ids = [identity(article)[: names.SHORTEST] for article in known]
    taken = {row[0] for row in db.execute(_TAKEN, (json.dumps(ids),))}
    first, outlet = articles.following(db), _outlets(db)
    rows, places, numbers = [], [], dict[str, int]()
    for reading, article, id_ in zip(found, known, ids, strict=True):
        if id_ in taken:
            continue
        taken.add(id_)
        number = numbers[article.text] = first + len(numbers)
        row = articles.columns(article, id_, reading.first_seen, outlet)
        rows.append(row | {"number": number, "hash": hashes[article.text], "text": article.text})
        places.append(articles.place(id_, reading, article))
    articles.insert(db, rows, places)
    return numbers


def _alone(reading: Article) -> Article:
    """Return the article of one reading: the reading itself, unless it says something twice, or with blanks."""
    blank = (reading.outlet is not None and not reading.outlet.strip()) or (
        reading.url is not None and not host(reading.url)
    )
    return combine([reading]) if blank or len(set(reading.links)) < len(reading.links) else reading


def _outlets(db: sqlite3.Connection) -> Callable[[str | None, str | None], str | None]:
    """Return `resolve`, which asks once for articles of one outlet."""
    met: dict[tuple[str | None, str | None], str | None] = {}

    def outlet(stated: str | None, site: str | None) -> str | None:
        asked = (stated, site if stated is None else None)
        if asked not in met:
            met[asked] = resolve(db, stated, site)
        return met[asked]

    return outlet
