"""Invented sightings for tests of entities."""

from collections.abc import Iterable, Sequence
from typing import Any

from sourcier.core.entity import Entity, Sighting


def person(article: str, name: str, *roles: str, country: str | None = None, **more: Any) -> Sighting:
    """Somebody as an article has him or her."""
    return Sighting(article, more.pop("index", 0), "person", name, (name,), roles, country, **more)


def body(article: str, name: str, kind: str | None = None, country: str | None = None, **more: Any) -> Sighting:
    """An organisation as an article has it."""
    forms = more.pop("forms", (name,))
    index = more.pop("index", 0)
    return Sighting(article, index, "organisation", name, forms, country=country, organisation_kind=kind, **more)  # type: ignore[arg-type]


def together(entities: Iterable[Entity]) -> set[frozenset[str]]:
    """Which articles' sightings are one, by article and name."""
    return {frozenset(f"{one.article} {one.name}" for one in entity.sightings) for entity in entities}


def sizes(entities: Sequence[Entity]) -> list[int]:
    """How many sightings each entity has, the most first."""
    return sorted((len(entity.sightings) for entity in entities), reverse=True)
