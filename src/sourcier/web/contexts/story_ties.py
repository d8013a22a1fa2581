"""The ties of a story as they are told: from a source to the text that comes from it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sourcier.core.family import Edge, Family


@dataclass(frozen=True, slots=True)
class Sides:
    """A tie with its sides in order of time where that is `known`; else as lineage gives them."""

    derived: str
    source: str
    known: bool
    edge: Edge


def sides(edges: Iterable[Edge]) -> list[Sides]:
    """Return the ties, those of known direction first, then by share, the largest first."""
    ordered = sorted(edges, key=lambda edge: (edge.direction == "unknown", -edge.shared, edge.derived, edge.source))
    return [_sides(edge) for edge in ordered]


def roots(family: Family) -> frozenset[str]:
    """Return the articles without a source that is known here, and that no absent text is the source of."""
    taken = {each.derived for each in sides(family.edges) if each.known}
    return frozenset(family.articles) - taken - frozenset(family.from_absent)


def _sides(edge: Edge) -> Sides:
    if edge.direction == "derived_first":
        return Sides(edge.source, edge.derived, True, edge)
    return Sides(edge.derived, edge.source, edge.direction == "source_first", edge)
