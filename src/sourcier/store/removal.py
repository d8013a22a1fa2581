"""Taking an article out, so that no byte of it is left."""

import sqlite3

from sourcier.core.errors import LedgerHeld
from sourcier.store import articles, problems, runs

_BESIDE = """
INSERT OR IGNORE INTO unjudged (article)
SELECT a.number FROM family_articles o JOIN family_articles m ON m.family = o.family JOIN articles a ON a.id = m.article
WHERE o.article = ?1 AND m.article <> ?1
"""


def remove(db: sqlite3.Connection, key: str) -> str:
    """Delete an article and all rows about it, and return its id; the caller holds the transaction, then scrubs.

    The families that it was in go as well, for their evidence may quote it: the other articles in them are to be judged
    anew.
    """
    article = articles.find(db, key)
    paths = [row["path"] for row in db.execute("SELECT path FROM locations WHERE article = ?", (article,))]
    url = db.execute("SELECT url FROM articles WHERE id = ?", (article,)).fetchone()["url"]
    problems.forget(db, [article, *paths, *map(problems.sidecar, paths), *([url] if url else [])])
    db.execute(_BESIDE, (article,))
    db.execute("DELETE FROM families WHERE id IN (SELECT family FROM family_articles WHERE article = ?)", (article,))
    db.execute("DELETE FROM articles WHERE id = ?", (article,))
    runs.count_change(db)
    db.execute("UPDATE state SET value = 1 WHERE name = 'scrub'")
    db.execute("INSERT OR REPLACE INTO state (name, value) VALUES ('purge', 1)")
    return article


def scrub(db: sqlite3.Connection, where: str) -> None:
    """Rewrite the file without what was deleted from it; time grows with the ledger.

    Raises LedgerHeld while another program reads or writes it; it can then be called again.
    """
    try:
        # The full-text table marks words as deleted and drops them when its parts are merged.
        db.execute("INSERT INTO search (search) VALUES ('optimize')")
        db.execute("VACUUM")
        held = bool(db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise
        held = True
    if held:
        raise LedgerHeld(
            f"{where}: removed, but another program has the ledger open, so that bytes of the article are still there",
            "close the other program, then run `sourcier doctor`",
        )
    db.execute("UPDATE state SET value = 0 WHERE name = 'scrub'")


def pending(db: sqlite3.Connection) -> bool:
    """Tell whether bytes of something removed may still be in the file."""
    return _noted(db, "scrub")


def in_index(db: sqlite3.Connection) -> bool:
    """Tell whether the index may still hold something of what was removed."""
    return _noted(db, "purge")


def purged(db: sqlite3.Connection) -> None:
    """Note that the index holds nothing of it any more; the caller holds the transaction."""
    db.execute("DELETE FROM state WHERE name = 'purge'")


def _noted(db: sqlite3.Connection, name: str) -> bool:
    row = db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return row is not None and bool(row["value"])
