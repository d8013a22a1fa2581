"""Whether what the ledger holds is true to itself."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import lru_cache

from sourcier.core.identity import text_hash
from sourcier.core.passage import Passage
from sourcier.core.problem import Problem
from sourcier.store import fact_checks, lineage_checks, passages, removal
from sourcier.store.lineage_checks import AGAIN

DAMAGE = "file"
"""The stage of a fault of the file itself: what reads more of it may make it worse."""

_STAGE = "ledger"
_RESTORE = "restore the ledger from a copy"
_CACHED = 2000  # texts
_Text = Callable[[str], str]


def check(db: sqlite3.Connection, name: str) -> list[Problem]:
    """Return what is wrong, an empty list when nothing is."""
    problems: list[Problem] = []
    try:
        damage = [str(row[0]) for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
        problems += (Problem(DAMAGE, name, f"damaged: {line}", _RESTORE) for line in damage)
        for part in _parts(db, name):
            problems += part
    except sqlite3.DatabaseError as error:
        if _code(error) not in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise
        problems.append(Problem(DAMAGE, name, f"damaged, so that not all of it can be read: {error}", _RESTORE))
    return problems


def _parts(db: sqlite3.Connection, name: str) -> Iterator[Iterator[Problem]]:
    yield _references(db, name)
    yield _search(db, name)
    yield _removed(db, name)
    yield _texts(db)
    yield _passages(db)
    yield lineage_checks.wrong(db)
    yield (problem for _, problem in fact_checks.wrong(db))


def _references(db: sqlite3.Connection, name: str) -> Iterator[Problem]:
    for row in db.execute("PRAGMA foreign_key_check").fetchall():
        message = f"row {row['rowid']} of {row['table']} refers to a missing row of {row['parent']}"
        found = row["table"] in lineage_checks.FOUND
        yield Problem(lineage_checks.STAGE, name, message, AGAIN) if found else _problem(name, message, _RESTORE)


def _search(db: sqlite3.Connection, name: str) -> Iterator[Problem]:
    try:
        db.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if _code(error) == sqlite3.SQLITE_READONLY:
            return
        if _code(error) != sqlite3.SQLITE_CORRUPT:
            raise
        message = "the full-text table does not agree with the texts"
        yield Problem("search", name, message, "`sourcier doctor --repair` builds it anew")


def _removed(db: sqlite3.Connection, name: str) -> Iterator[Problem]:
    if removal.pending(db) or removal.in_index(db):
        message = "bytes of a removed article may still be in the file"
        yield Problem("removal", name, message, "close other programs that read it")


def _texts(db: sqlite3.Connection) -> Iterator[Problem]:
    for row in db.execute("SELECT id, text, hash, title_start, title_end FROM articles"):
        if text_hash(row["text"]) != row["hash"]:
            yield _problem(row["id"], "the text is not the one that was stored: its hash differs", _RESTORE)
        if row["title_start"] is not None and not 0 <= row["title_start"] <= row["title_end"] <= len(row["text"]):
            yield _problem(row["id"], "the title does not lie in the text", _RESTORE)
    for row in db.execute("SELECT id FROM articles WHERE id NOT IN (SELECT article FROM locations)"):
        yield _problem(row["id"], "no place is known that this article was read from", _RESTORE)


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
        message = f"a passage shared with {passage.source} does not lie in the text"
        yield Problem(lineage_checks.STAGE, where, message, AGAIN)
    elif passage.edits and rebuilt(passage, derived, source) != here.of(derived):
        message = f"the differences from {passage.source} do not give the text"
        yield Problem(lineage_checks.STAGE, where, message, AGAIN)


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
