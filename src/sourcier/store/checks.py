"""Whether what the ledger holds is true to itself."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import lru_cache

from sourcier.core.identity import text_hash
from sourcier.core.passage import Passage
from sourcier.core.problem import Problem
from sourcier.store import passages, removal

_STAGE = "ledger"
_RESTORE = "restore the ledger from a copy"
_CACHED = 2000  # texts
_Text = Callable[[str], str]


def check(db: sqlite3.Connection, name: str) -> list[Problem]:
    """Return what is wrong, an empty list when nothing is."""
    problems: list[Problem] = []
    try:
        damage = [str(row[0]) for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
        problems += (_problem(name, f"damaged: {line}", _RESTORE) for line in damage)
        for part in (_references(db, name), _search(db, name), _removed(db, name), _texts(db), _passages(db)):
            problems += part
    except sqlite3.DatabaseError as error:
        if _code(error) not in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise
        problems.append(_problem(name, f"damaged, so that not all of it can be read: {error}", _RESTORE))
    return problems


def _references(db: sqlite3.Connection, name: str) -> Iterator[Problem]:
    for row in db.execute("PRAGMA foreign_key_check").fetchall():
        yield _problem(name, f"row {row['rowid']} of {row['table']} refers to a missing row of {row['parent']}")


def _search(db: sqlite3.Connection, name: str) -> Iterator[Problem]:
    try:
        db.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if _code(error) == sqlite3.SQLITE_READONLY:
            return
        if _code(error) != sqlite3.SQLITE_CORRUPT:
            raise
        yield _problem(name, "the full-text table does not agree with the texts")


def _removed(db: sqlite3.Connection, name: str) -> Iterator[Problem]:
    if removal.pending(db):
        yield _problem(name, "bytes of a removed article may still be in the file", "close other programs that read it")


def _texts(db: sqlite3.Connection) -> Iterator[Problem]:
    for row in db.execute("SELECT id, text, hash, title_start, title_end FROM articles"):
        if text_hash(row["text"]) != row["hash"]:
            yield _problem(row["id"], "the text is not the one that was stored: its hash differs")
        if row["title_start"] is not None and not 0 <= row["title_start"] <= row["title_end"] <= len(row["text"]):
            yield _problem(row["id"], "the title does not lie in the text")
    for row in db.execute("SELECT id FROM articles WHERE id NOT IN (SELECT article FROM locations)"):
        yield _problem(row["id"], "no place is known that this article was read from")


def _passages(db: sqlite3.Connection) -> Iterator[Problem]:
    @lru_cache(_CACHED)
    def text(article: str) -> str:
        row = db.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()
        return row["text"] if row else ""

    for passage in passages.stored(db):
        yield from _passage(passage, text)


def _passage(passage: Passage, text: _Text) -> Iterator[Problem]:
    derived, source = text(passage.derived), text(passage.source)
    here, there = passage.derived_span, passage.source_span
    where = f"{passage.derived}:{here.start}-{here.end}"
    if here.end > len(derived) or there.end > len(source):
        yield _problem(where, f"a passage shared with {passage.source} does not lie in the text", "analyse again")
    elif passage.edits and rebuilt(passage, derived, source) != here.of(derived):
        yield _problem(where, f"the differences from {passage.source} do not give the text", "analyse again")


def rebuilt(passage: Passage, derived: str, source: str) -> str:
    """Return the source's stretch with the edits applied."""
    pieces, position = [], passage.source_span.start
    for edit in sorted(passage.edits, key=lambda edit: (edit.source, edit.derived)):
        if edit.unit == "words":
            pieces += [source[position : edit.source.start], edit.derived.of(derived)]
            position = edit.source.end
    return "".join([*pieces, source[position : passage.source_span.end]])


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _problem(where: str, message: str, hint: str | None = None) -> Problem:
    return Problem(_STAGE, where, message, hint)
