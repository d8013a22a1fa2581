"""Nodes into clusters: the surest edges first, and none that one doubtful link would chain together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sourcier.reading.entities.compared import ENOUGH, Compared
from sourcier.reading.entities.linking import Edge
from sourcier.reading.entities.nodes import Node, Seen

SLACK = 4.0  # bits that the mean of two clusters' pairs may lack
_SURE = 8.0  # bits above enough that count: no pair makes up for many others
_MARGIN = 3.0  # bits by which an edge must beat one to somebody else
_LOOKED_AT = 8  # nodes of a cluster that are compared, evenly over it


@dataclass(slots=True)
class Cluster:
    """Nodes by number, in order, and the edges that joined them."""

    nodes: list[int]
    articles: set[str]
    countries: set[str]
    edges: list[Edge] = field(default_factory=list)

    def apart(self, other: "Cluster") -> bool:
        """Tell whether they cannot be one, whatever their nodes are: of two countries, or both in one article."""
        if not self.articles.isdisjoint(other.articles):
            return True
        return bool(self.countries and other.countries and self.countries != other.countries)


class Clustering:
    """The clusters of some nodes, as they grow."""

    def __init__(self, nodes: Sequence[Node[Seen]], compare: Callable[[int, int], Compared]) -> None:
        """Begin with a cluster for each node."""
        self._compare = compare
        self._names = [node.sightings[0].name for node in nodes]
        self._late = [node.late for node in nodes]
        self._of = [
            Cluster([number], set(node.articles), {node.seen.country} if node.seen.country else set())
            for number, node in enumerate(nodes)
        ]
        self._edges: list[list[Edge]] = [[] for _ in nodes]

    def joined(self, edges: Sequence[Edge]) -> list[Cluster]:
        """Join what edges hold to be one, those of late nodes last; return the clusters in order."""
        for edge in edges:
            self._edges[edge.left].append(edge)
            self._edges[edge.right].append(edge)
        waiting = [edge for edge in sorted(edges, key=self._order) if not self._join(edge)]
        for edge in waiting:  # who else there is, is known by now
            self._join(edge)
        unique = {id(cluster): cluster for cluster in self._of}
        return list(unique.values())

    def _order(self, edge: Edge) -> tuple[bool, float, int, int]:
        return self._late[edge.left] or self._late[edge.right], -edge.compared.bits, edge.left, edge.right

    def _join(self, edge: Edge) -> bool:
        one, other = self._of[edge.left], self._of[edge.right]
        if one is other:
            return True
        small, large = (one, other) if len(one.nodes) < len(other.nodes) else (other, one)
        if not self._alike(small, large) or self._rival(small, large, edge.compared.bits):
            return False
        large.nodes = sorted(large.nodes + small.nodes)
        large.articles |= small.articles
        large.countries |= small.countries
        large.edges += [*small.edges, edge]
        for number in small.nodes:
            self._of[number] = large
        return True

    def _alike(self, one: Cluster, other: Cluster) -> bool:
        """Tell whether their nodes are on the mean held to be one, and none of them cannot be."""
        if one.apart(other):
            return False
        told = []
        for left in self._sample(one):
            for right in self._sample(other):
                found = self._compare(left, right)
                if found.hard:
                    return False
                if not found.silent:
                    told.append(min(found.bits, ENOUGH + _SURE))
        return bool(told) and sum(told) >= (ENOUGH - SLACK) * len(told)

    def _rival(self, small: Cluster, large: Cluster, bits: float) -> bool:
        """Tell whether the smaller cluster may as well be of another, which the larger cannot be."""
        rivals: dict[int, Cluster] = {}
        for number in small.nodes:
            for edge in self._edges[number]:
                there = self._of[edge.right if edge.left == number else edge.left]
                if there is not small and there is not large and edge.compared.bits > bits - _MARGIN:
                    rivals[id(there)] = there
        return any(self._apart(rival, large) for rival in rivals.values())

    def _apart(self, one: Cluster, other: Cluster) -> bool:
        if one.apart(other):
            return True
        return any(self._compare(left, right).hard for left in self._sample(one) for right in self._sample(other))

    def _sample(self, cluster: Cluster) -> list[int]:
        """Some nodes of a cluster: one of each name, then evenly over it."""
        if len(cluster.nodes) <= _LOOKED_AT:
            return cluster.nodes
        names = {self._names[number]: number for number in reversed(cluster.nodes)}
        step = -(-len(cluster.nodes) // _LOOKED_AT)
        return sorted({*sorted(names.values())[:_LOOKED_AT], *cluster.nodes[::step]})
