"""Which nodes are worth comparing, and what comes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sourcier.reading.entities.blocking import shared
from sourcier.reading.entities.compared import Compared
from sourcier.reading.entities.nodes import Node, Seen

_SMALL = 12  # nodes of a block that are all compared, hints or none
LARGEST = 120  # nodes of a block that are all compared with one another
_HEAVIEST = 30  # of a larger block: the nodes of most sightings, compared with all
_WINDOW = 12  # and the next in the order of names, countries and times


@dataclass(frozen=True, slots=True)
class Edge:
    """Two nodes, by number, that are held to be one."""

    left: int
    right: int
    compared: Compared


def edges(nodes: Sequence[Node[Seen]], compare: Callable[[int, int], Compared]) -> list[Edge]:
    """Return the pairs of nodes that are held to be one; nodes stand in their order."""
    pairs: set[tuple[int, int]] = set()
    for numbers in shared([node.blocks for node in nodes]).values():
        pairs.update(_worth(numbers, nodes))
    found = []
    for left, right in sorted(pairs):
        one, other = nodes[left].seen.country, nodes[right].seen.country
        if one is None or other is None or one == other:  # else they are apart, which need not be reckoned
            told = compare(left, right)
            if told.enough:
                found.append(Edge(left, right, told))
    return found


def _worth(numbers: list[int], nodes: Sequence[Node[Seen]]) -> set[tuple[int, int]]:
    """The pairs of a block: all, or a bounded number for each node; of frequent names those that share a hint."""
    if len(numbers) <= _SMALL:
        return _all(numbers)
    hinted: dict[str, list[int]] = {}
    for number in numbers:
        for hint in nodes[number].hints or ():
            hinted.setdefault(hint, []).append(number)
    pairs = _bounded([number for number in numbers if nodes[number].hints is None], nodes)
    for own in hinted.values():
        pairs |= _bounded(own, nodes)
    return pairs


def _bounded(numbers: list[int], nodes: Sequence[Node[Seen]]) -> set[tuple[int, int]]:
    if len(numbers) <= LARGEST:
        return _all(numbers)
    heavy = sorted(numbers, key=lambda number: (-len(nodes[number].sightings), number))[:_HEAVIEST]
    near = sorted(numbers, key=lambda n: (nodes[n].sightings[0].name, nodes[n].seen.country or "", n))
    pairs = {(min(one, other), max(one, other)) for one in heavy for other in numbers if one != other}
    for at, one in enumerate(near):
        pairs.update((min(one, other), max(one, other)) for other in near[at + 1 : at + 1 + _WINDOW])
    return pairs


def _all(numbers: list[int]) -> set[tuple[int, int]]:
    return {(one, other) for at, one in enumerate(numbers) for other in numbers[at + 1 :]}
