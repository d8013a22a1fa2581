"""The entities of a ledger: each replaced as a whole when what it is made of is resolved anew."""

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sourcier.core.entity import Decision, Entity, EntityKind, Match
from sourcier.core.errors import UnknownEntity
from sourcier.core.named_entity import Explained, Profile
from sourcier.core.page import Page
from sourcier.store import sightings
from sourcier.store.compact import packed, unpacked
from sourcier.store.records import written
from sourcier.text.fold import fold

_SHOWN = 12  # roles and variants
_SOME_SHOWN = 5  # of the entities that a name fits
_TOLD = 80  # characters of a name that fits none
_MOST = 1 << 62  # rows that can be asked for
_INSERT = """
INSERT INTO entities (id, kind, name, country, articles, roles, variants, sought, why)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UNRESOLVED = """
SELECT s.number FROM unresolved u JOIN sightings s ON s.number = u.sighting ORDER BY s.kind, s.reference LIMIT ?
"""
_OLD = "SELECT DISTINCT entity FROM sightings WHERE number IN (SELECT value FROM json_each(?)) AND entity IS NOT NULL"
_ALONE = """
INSERT OR IGNORE INTO unresolved (sighting)
SELECT number FROM sightings WHERE entity = ?1 AND number NOT IN (SELECT value FROM json_each(?2))
"""
_FITTING = """
FROM entities WHERE (?1 IS NULL OR kind = ?1) AND (?2 = '' OR instr(sought, ?2) > 0)
"""
_CALLED = """
SELECT id, name, sought FROM entities WHERE ?1 <> '' AND instr(sought, ?1) > 0 AND (?2 IS NULL OR kind = ?2)
ORDER BY articles DESC, id
"""
_LIST = f"SELECT * {_FITTING} ORDER BY articles DESC, id LIMIT ?3 OFFSET ?4"
_COUNT = f"SELECT count(*) {_FITTING}"


@dataclass(frozen=True, slots=True)
class Why:
    """What an entity was made by."""

    matches: tuple[Match, ...]
    decisions: tuple[Decision, ...]


def unresolved(db: sqlite3.Connection, most: int) -> list[int]:
    """Return sightings to be resolved anew, those of one name together; at most so many."""
    return [number for (number,) in db.execute(_UNRESOLVED, (most,))]


def version(db: sqlite3.Connection) -> int:
    """Return which version of the stage found the entities, 0 for none."""
    row = db.execute("SELECT value FROM state WHERE name = 'entities'").fetchone()
    return int(row["value"]) if row else 0


def forget(db: sqlite3.Connection, version: int) -> None:
    """Forget all entities and sightings, to be found anew by this version; the caller holds the transaction."""
    db.execute("DELETE FROM entities")
    db.execute("UPDATE sightings SET entity = NULL")
    db.execute("DELETE FROM sighted")
    db.execute("INSERT OR IGNORE INTO unsighted (article) SELECT article FROM facts")
    db.execute("INSERT OR REPLACE INTO state (name, value) VALUES ('entities', ?)", (version,))


def mark(db: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Note sightings as to be resolved anew."""
    db.executemany("INSERT OR IGNORE INTO unresolved (sighting) VALUES (?)", ((number,) for number in numbers))


def save(db: sqlite3.Connection, done: Collection[int], found: Sequence[tuple[Entity, Sequence[int]]]) -> None:
    """Put entities, each with the numbers of its sightings, in place of all that these were of; `done` are resolved.

    What is left of an entity that is replaced is to be resolved as well.
    """
    ours = sorted({number for _, numbers in found for number in numbers})
    old = {row[0] for row in db.execute(_OLD, (json.dumps(ours),))}
    for id_ in sorted(old | {entity.id for entity, _ in found}):
        db.execute(_ALONE, (id_, json.dumps(ours)))
        db.execute("DELETE FROM entities WHERE id = ?", (id_,))
    db.executemany("DELETE FROM unresolved WHERE sighting = ?", ((number,) for number in {*done, *ours}))
    for entity, numbers in found:
        db.execute(_INSERT, _row(entity))
        db.executemany("UPDATE sightings SET entity = ? WHERE number = ?", ((entity.id, number) for number in numbers))


def listing(db: sqlite3.Connection, name: str, kind: EntityKind | None, limit: int, offset: int) -> Page[Profile]:
    """Return a part of the entities that are called so, the most named first; any name where it is empty."""
    if name.strip() and not fold(name):  # only signs: nobody is called so
        return Page((), 0, offset)
    wanted = (kind, fold(name))
    rows = db.execute(_LIST, (*wanted, min(limit, _MOST), offset)).fetchall()
    return Page(tuple(map(_profile, rows)), int(db.execute(_COUNT, wanted).fetchone()[0]), offset)


def find(db: sqlite3.Connection, key: str, kind: EntityKind | None = None) -> str:
    """Return the id of the one entity (of a kind) that has this id, or is called so; raises UnknownEntity.

    What it is usually called goes before another name, and a whole name before a part of one.
    """
    key = written(key)
    if db.execute("SELECT 1 FROM entities WHERE id = ?", (key,)).fetchone():
        return key
    wanted, told = fold(key), key[:_TOLD] + "…"[: len(key) > _TOLD]
    rows = db.execute(_CALLED, (wanted, kind)).fetchall()
    usual = [row for row in rows if row["sought"].startswith(f"|{wanted}|")]
    found = usual or [row for row in rows if f"|{wanted}|" in row["sought"]] or rows
    if not found:
        raise UnknownEntity(f"nobody and nothing in the ledger is called {told!r}", "`sourcier entities` lists them")
    if len(found) > 1:
        some = [f"{row['name']} {row['id']}" for row in found[:_SOME_SHOWN]] + ["…"][: len(found) > _SOME_SHOWN]
        raise UnknownEntity(f"{told!r} is more than one: {', '.join(some)}", "give one of these ids")
    return str(found[0]["id"])


def explained(db: sqlite3.Connection, id_: str) -> Explained:
    """Return an entity with what it is made of."""
    row = db.execute("SELECT * FROM entities WHERE id = ?", (id_,)).fetchone()
    kept = sightings.load(db, sightings.of_entities(db, [id_]))
    seen = sorted((each.sighting for each in kept), key=lambda one: (one.published or "~", one.article, one.index))
    why = unpacked(Why, row["why"])
    return Explained(_profile(row), tuple(seen), why.matches, why.decisions)


def of_article(db: sqlite3.Connection, article: int) -> dict[tuple[str, int], str]:
    """Return the entity of each sighting of an article, by kind and number among its kind."""
    rows = db.execute("SELECT number FROM sightings WHERE article = ?", (article,)).fetchall()
    kept = sightings.load(db, (number for (number,) in rows))
    return {(each.sighting.kind, each.sighting.index): each.entity for each in kept if each.entity}


def _row(entity: Entity) -> tuple[object, ...]:
    seen = entity.sightings
    roles = Counter(role for each in seen for role in each.roles)
    variants = Counter(form for each in seen for form in {each.name, *each.forms, *filter(None, [each.acronym])})
    names = _usual(variants)
    sought = "|".join(dict.fromkeys(key for key in map(fold, (entity.name, *variants)) if key))
    others = [each for each in names if each != entity.name][:_SHOWN]
    articles = len({each.article for each in seen})
    shown = (_text(_usual(roles)[:_SHOWN]), _text(others), f"|{sought}|")
    why = packed(Why(entity.matches, tuple(map(_bare, entity.decisions))))
    return (entity.id, entity.kind, entity.name, entity.country, articles, *shown, why)


def _bare(decision: Decision) -> Decision:
    """Return a decision without names: it may tell of an article that goes, while the entity stays."""
    other = decision.other and replace(decision.other, key="")
    return replace(decision, sighting=replace(decision.sighting, key=""), other=other)


def _usual(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda word: (-counts[word], word))


def _text(values: Sequence[str]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _profile(row: sqlite3.Row) -> Profile:
    shown = tuple(json.loads(row["roles"])), tuple(json.loads(row["variants"]))
    return Profile(row["id"], row["kind"], row["name"], row["country"], row["articles"], *shown)
