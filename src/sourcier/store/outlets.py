"""The register of outlets: what each is called, where its sites are, what it is."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from sourcier.core.errors import InputError
from sourcier.core.outlet import Outlet
from sourcier.core.page import Page
from sourcier.store import resolving, runs
from sourcier.store.entry import checked, names
from sourcier.text.fold import fold

_INSERT = "INSERT INTO outlets (name, owner, kind, client, reference) VALUES (?, ?, ?, ?, ?)"
_ALIAS = "INSERT INTO outlet_aliases (key, outlet, position, alias) VALUES (?, ?, ?, ?)"
_DOMAIN = "INSERT INTO outlet_domains (domain, outlet, position) VALUES (?, ?, ?)"
_ALIASES = "SELECT outlet, alias FROM outlet_aliases WHERE position > 0"
_DOMAINS = "SELECT outlet, domain FROM outlet_domains"
_IN_USE = """
SELECT outlet, count(*) AS articles FROM articles WHERE outlet IS NOT NULL GROUP BY outlet
ORDER BY articles DESC, outlet
"""
_COUNTS = """
SELECT outlet, count(*) AS articles FROM articles WHERE outlet IN (SELECT value FROM json_each(?)) GROUP BY outlet
"""


def register(db: sqlite3.Connection, wish: Outlet, was: str | None) -> Outlet:
    """Enter an outlet in place of the one called `was` (None: of the same name), and return it as it is kept.

    A name that it had before stays as an alias, for articles may state it. The caller holds the transaction. Raises
    InputError for a name, domain or kind that cannot be, and for one that belongs to another outlet.
    """
    entry = checked(wish)
    before = _entry(db, entry.name) if was is None else _known(db, was)
    if before is not None:
        entry = replace(entry, aliases=names(entry.name, (*entry.aliases, before.name)))
    _refuse_clash(db, entry, before)
    if before is not None:
        db.execute("DELETE FROM outlets WHERE name = ?", (before.name,))
    _insert(db, entry)
    _settle(db, entry, before)
    return entry


def unregister(db: sqlite3.Connection, name: str) -> None:
    """Strike an outlet off; its articles are called as their places call them. Raises InputError where it is none."""
    gone = _known(db, name)
    db.execute("DELETE FROM outlets WHERE name = ?", (gone.name,))
    _settle(db, gone, None)


def outlets(db: sqlite3.Connection) -> list[Outlet]:
    """Return the register in the order of its names."""
    aliases = _lists(db, f"{_ALIASES} ORDER BY outlet, position")
    domains = _lists(db, f"{_DOMAINS} ORDER BY outlet, position")
    found = (
        replace(_bare(row), aliases=aliases.get(row["name"], ()), domains=domains.get(row["name"], ()))
        for row in db.execute("SELECT * FROM outlets")
    )
    return sorted(found, key=lambda each: (fold(each.name), each.name))


def outlet(db: sqlite3.Connection, name: str) -> Outlet | None:
    """Return the outlet that a name or an alias stands for, None where the register has none."""
    row = db.execute("SELECT outlet FROM outlet_aliases WHERE key = ?", (fold(name),)).fetchone()
    return None if row is None else _load(db, row["outlet"])


def in_use(db: sqlite3.Connection, prefix: str, limit: int) -> list[tuple[str, int]]:
    """Return the outlets of articles that begin so, accents and case apart, with their number, the most first."""
    wanted = fold(prefix)
    rows = (row for row in db.execute(_IN_USE) if fold(row["outlet"]).startswith(wanted))
    return [(row["outlet"], row["articles"]) for _, row in zip(range(limit), rows, strict=False)]


def counts(db: sqlite3.Connection, wanted: Iterable[str]) -> dict[str, int]:
    """Return for each of these outlets that has articles how many."""
    return {row["outlet"]: row["articles"] for row in db.execute(_COUNTS, (json.dumps(list(wanted)),))}


def unregistered(db: sqlite3.Connection, prefix: str, limit: int, offset: int) -> Page[tuple[str, int]]:
    """Return a part of the names in use that the register lacks and that begin so, the most used first."""
    wanted, known = fold(prefix), {row["name"] for row in db.execute("SELECT name FROM outlets")}
    found = [
        (row["outlet"], row["articles"])
        for row in db.execute(_IN_USE)
        if row["outlet"] not in known and (not wanted or fold(row["outlet"]).startswith(wanted))
    ]
    return Page(tuple(found[offset : offset + limit]), len(found), offset)


def _known(db: sqlite3.Connection, name: str) -> Outlet:
    found = _entry(db, name)
    if found is None:
        raise InputError(f"no outlet {name!r} in the register")
    return found


def _entry(db: sqlite3.Connection, name: str) -> Outlet | None:
    """Return the outlet whose name this is; an alias is none."""
    found = outlet(db, name)
    return found if found is not None and fold(found.name) == fold(name) else None


def _load(db: sqlite3.Connection, name: str) -> Outlet:
    bare = _bare(db.execute("SELECT * FROM outlets WHERE name = ?", (name,)).fetchone())
    aliases = db.execute(f"{_ALIASES} AND outlet = ? ORDER BY position", (name,)).fetchall()
    domains = db.execute(f"{_DOMAINS} WHERE outlet = ? ORDER BY position", (name,)).fetchall()
    return replace(bare, aliases=tuple(row[1] for row in aliases), domains=tuple(row[1] for row in domains))


def _bare(row: sqlite3.Row) -> Outlet:
    client = None if row["client"] is None else bool(row["client"])
    return Outlet(row["name"], group=row["owner"], kind=row["kind"], client=client, reference=bool(row["reference"]))


def _lists(db: sqlite3.Connection, sql: str) -> dict[str, tuple[str, ...]]:
    return {outlet: tuple(row[1] for row in rows) for outlet, rows in groupby(db.execute(sql), lambda row: str(row[0]))}


def _insert(db: sqlite3.Connection, entry: Outlet) -> None:
    db.execute(_INSERT, (entry.name, entry.group, entry.kind, entry.client, entry.reference))
    named = enumerate((entry.name, *entry.aliases))
    db.executemany(_ALIAS, ((fold(name), entry.name, place, name) for place, name in named))
    db.executemany(_DOMAIN, ((domain, entry.name, place) for place, domain in enumerate(entry.domains)))


def _refuse_clash(db: sqlite3.Connection, entry: Outlet, before: Outlet | None) -> None:
    mine = before.name if before else None
    for name in (entry.name, *entry.aliases):
        other = outlet(db, name)
        if other is not None and other.name != mine:
            raise InputError(f"{name!r} is already a name of {other.name}", "one name stands for one outlet")
    for domain in entry.domains:
        row = db.execute("SELECT outlet FROM outlet_domains WHERE domain = ?", (domain,)).fetchone()
        if row is not None and row["outlet"] != mine:
            raise InputError(f"{domain!r} is already a site of {row['outlet']}", "one domain belongs to one outlet")


def _settle(db: sqlite3.Connection, entry: Outlet, before: Outlet | None) -> None:
    """Give the articles that an entry concerns, now or before, their outlets; lineage is stale where any changed."""
    concerned = [entry] if before is None else [entry, before]
    keys = {fold(name) for each in concerned for name in (each.name, *each.aliases)}
    if resolving.settle(db, keys, {domain for each in concerned for domain in each.domains}):
        runs.count_change(db)
