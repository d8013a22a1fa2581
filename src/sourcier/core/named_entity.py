"""A person, organisation or place of a ledger, as lists show it."""

from dataclasses import dataclass

from sourcier.core.entity import Decision, EntityKind, Match, Sighting

REASONS = (
    "name", "spelling", "slip", "initial", "part", "single", "gender", "country", "office", "trade", "field",
    "conflict", "company", "time", "outlet", "known", "acronym", "kind", "place",
)  # fmt: skip
"""The kinds of reasons that have a name in every language."""


@dataclass(frozen=True, slots=True)
class Profile:
    """An entity at a glance: in how many `articles` it is named, by which roles and names, the most usual first.

    `country` is ISO 3166 alpha-2, None where no article tells.
    """

    id: str
    kind: EntityKind
    name: str
    country: str | None
    articles: int
    roles: tuple[str, ...]
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """An entity with what it is made of: sightings, the earliest first, what speaks for each, what people decided."""

    profile: Profile
    sightings: tuple[Sighting, ...]
    matches: tuple[Match, ...]
    decisions: tuple[Decision, ...]
