"""Persons, organisations and places over all articles: the list, and one of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from sourcier.core.card import Card
from sourcier.core.entity import EntityKind, Match, Reason, Sighting
from sourcier.core.errors import InputError
from sourcier.core.named_entity import REASONS, Explained, Profile
from sourcier.core.page import Page
from sourcier.export import entity_rows
from sourcier.export.line import line
from sourcier.lang.interface import Phrases
from sourcier.web.contexts.paging import Paging, paging, place
from sourcier.web.visit import Visit
from sourcier.workflow.desk import Desk

KINDS: tuple[EntityKind, ...] = get_args(EntityKind)
_ROWS = 50
_MATCHES = 100
_SIGHTINGS = 500


@dataclass(frozen=True)
class Entities:
    """A part of the entities; `behind` articles are still to be read."""

    found: Page[Profile]
    name: str
    kind: EntityKind | None
    behind: int
    paging: Paging
    kinds: tuple[EntityKind, ...] = KINDS

    def row(self) -> bytes:
        """Return it as JSON."""
        items = list(map(entity_rows.fields, self.found.items))
        return line({"items": items, "total": self.found.total, "offset": self.found.offset, "behind": self.behind})


@dataclass(frozen=True)
class Seen:
    """A sighting with the card of its article, None where it went meanwhile."""

    sighting: Sighting
    card: Card | None


@dataclass(frozen=True)
class Compared:
    """Two articles, how likely they name the same (0..1), and why, in words."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class OneEntity:
    """An entity with the articles that name it; `more` sightings and matches are in its JSON."""

    found: Explained
    seen: tuple[Seen, ...]
    matches: tuple[Compared, ...]
    more: int

    @property
    def profile(self) -> Profile:
        """The entity at a glance."""
        return self.found.profile

    def row(self) -> bytes:
        """Return it as JSON."""
        return entity_rows.explained(self.found)


def entities(desk: Desk, visit: Visit) -> Entities:
    """Build the list; `?q=` asks for a name, `?kind=` for persons, organisations or places."""
    name, kind = visit.query.get("q", "").strip()[:200], _kind(visit.query)
    offset, behind = place(visit, _ROWS), desk.entities_behind()
    found = desk.entities(name, kind, _ROWS, offset)
    return Entities(found, name, kind, behind, paging(visit, "entities", _ROWS, offset, found.total))


def one(desk: Desk, id_: str, phrases: Phrases) -> OneEntity:
    """Build the page of one."""
    found = desk.entity(id_)
    shown = found.sightings[:_SIGHTINGS]
    cards = desk.cards({each.article for each in shown})
    seen = tuple(Seen(each, cards.get(each.article)) for each in shown)
    matches = tuple(_compared(each, phrases) for each in found.matches[:_MATCHES])
    return OneEntity(found, seen, matches, max(len(found.sightings) - len(seen), len(found.matches) - len(matches)))


def _kind(query: Mapping[str, str]) -> EntityKind | None:
    given = query.get("kind", "").strip()
    if not given:
        return None
    for kind in KINDS:
        if kind == given:
            return kind
    raise InputError(f"kind: not one of {', '.join(KINDS)}: {given[:40]!r}")


def _compared(each: Match, phrases: Phrases) -> Compared:
    reasons = tuple(_reason(one, phrases) for one in each.reasons)
    return Compared(each.left.article, each.right.article, each.score, reasons)


def _reason(each: Reason, phrases: Phrases) -> str:
    kind = phrases.say(f"entities.reason.{each.kind}") if each.kind in REASONS else each.kind
    sign = "+" if each.weight >= 0 else ""
    return f"{kind} ({each.text}) {sign}{phrases.decimal(each.weight, 1)}"
