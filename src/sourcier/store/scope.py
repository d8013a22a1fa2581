"""How many texts the ledger holds, and of which dates: what an absence is relative to."""

import sqlite3
from collections.abc import Callable
from datetime import timedelta

from sourcier.core.family import Searched
from sourcier.core.moment import Moment

_COUNTS = "SELECT count(*), count(published) FROM articles WHERE number IS NOT ?"
_FROM = "FROM articles WHERE published IS NOT NULL AND number IS NOT ? GROUP BY published ORDER BY published"
_FIRST, _LAST = f"SELECT published {_FROM}", f"SELECT published {_FROM} DESC"
_OUT_OF_ORDER = timedelta(hours=28)  # that two moments may be, in the order of how they are written: twice a zone


def searched(db: sqlite3.Connection, without: str | None = None) -> Searched:
    """Return the scope of the whole ledger, but for the article of the id `without` where it is there."""
    row = db.execute("SELECT number FROM articles WHERE id = ?", (without,)).fetchone()
    number = row[0] if row else None
    articles, dated = db.execute(_COUNTS, (number,)).fetchone()
    return Searched(articles, _first(db, number), _last(db, number), dated)


def _first(db: sqlite3.Connection, without: int | None) -> str | None:
    return _extreme(db.execute(_FIRST, (without,)), lambda one, best: one.earliest - best.earliest)


def _last(db: sqlite3.Connection, without: int | None) -> str | None:
    return _extreme(db.execute(_LAST, (without,)), lambda one, best: best.earliest - one.earliest)


def _extreme(rows: sqlite3.Cursor, beyond: Callable[[Moment, Moment], timedelta]) -> str | None:
    """Return the foremost of moments that come in the order of how they are written, which zones disturb a little."""
    best: Moment | None = None
    for row in rows:
        moment = Moment(row[0])
        if best is None or beyond(moment, best) < timedelta():
            best = moment
        elif beyond(moment, best) > _OUT_OF_ORDER:
            break
    return best.value if best else None
