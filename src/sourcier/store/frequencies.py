"""In how many articles words stand."""

import sqlite3
from collections.abc import Iterable

from sourcier.store.query import phrase
from sourcier.store.records import written

_COUNT = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"


def frequencies(db: sqlite3.Connection, words: Iterable[str], most: int) -> dict[str, int]:
    """Return for each word, accents and case apart, in how many articles it stands; counting ends at `most`."""
    return {word: db.execute(_COUNT, (phrase(written(word)), most)).fetchone()[0] for word in words}
