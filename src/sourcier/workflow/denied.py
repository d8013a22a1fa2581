"""What a person denied, taken out of what lineage found: the ties go, the words that are shared stay."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from sourcier.core.denial import Denial
from sourcier.core.family import Edge, Family
from sourcier.core.passage import Passage, turned

Pair = tuple[str, str]
"""Two ids of articles, the lesser first: a denial holds in whichever order."""


def pairs(denials: Iterable[Denial]) -> frozenset[Pair]:
    """Return the pairs whose denial holds."""
    return frozenset(pair(each.derived, each.source) for each in denials if each.undone is None)


def pair(one: str, other: str) -> Pair:
    """Return two ids as a pair."""
    return (one, other) if one <= other else (other, one)


def holds(tie: Edge | Passage, denied: Set[Pair]) -> bool:
    """Tell whether the tie of two texts was denied."""
    return bool(denied) and pair(tie.derived, tie.source) in denied


def passages(found: Iterable[Passage], denied: Set[Pair]) -> tuple[Passage, ...]:
    """Return the passages, those of denied pairs without a direction."""
    return tuple(replace(each, direction="unknown") if holds(each, denied) else each for each in found)


def family(found: Family, denied: Set[Pair]) -> Family:
    """Return a family without its denied edges; its origin stays where all others still come from it."""
    edges = tuple(edge for edge in found.edges if not holds(edge, denied))
    if len(edges) == len(found.edges):
        return found
    taken = {_taken(edge) for edge in edges if edge.direction != "unknown"}
    rooted = found.origin is not None and set(found.articles) - taken == {found.origin}
    return replace(found, origin=found.origin if rooted else None, edges=edges)


def turned_aside(found: Iterable[Passage], edges: Iterable[Edge], denied: Set[Pair]) -> Iterator[Passage]:
    """Yield the passages of denied edges with the sides exchanged: the source becomes a text that also holds them.

    The words stand in both texts still, and the heading of the text that was the derived one is to say so.
    """
    lost = {(edge.derived, edge.source) for edge in edges if holds(edge, denied)}
    return (turned(each) for each in found if (each.derived, each.source) in lost)


def _taken(edge: Edge) -> str:
    return edge.derived if edge.direction == "source_first" else edge.source
