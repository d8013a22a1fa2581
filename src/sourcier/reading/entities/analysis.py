"""From sightings of one kind to groups of those that are one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sourcier.core.entity import Match, Sighting
from sourcier.reading.entities.blocking import place_key
from sourcier.reading.entities.bodies import compared_bodies
from sourcier.reading.entities.body import body
from sourcier.reading.entities.census import Census
from sourcier.reading.entities.clusters import Cluster, Clustering
from sourcier.reading.entities.decided import Group
from sourcier.reading.entities.homonyms import homonyms
from sourcier.reading.entities.likeness import Likeness, likeness
from sourcier.reading.entities.linking import Edge, edges
from sourcier.reading.entities.naming import Name
from sourcier.reading.entities.nodes import Node, Seen, bodies_nodes, people_nodes
from sourcier.reading.entities.offices import offices
from sourcier.reading.entities.people import NOBODY, Compared, compared
from sourcier.reading.entities.profile import Profile, profile
from sourcier.reading.entities.references import reference


@dataclass(frozen=True, slots=True)
class Linked:
    """Groups of sightings that are one, and wider ones of sightings that may weigh on one another."""

    groups: list[Group]
    touching: list[list[Sighting]]


def people(sightings: Sequence[Sighting], census: Census) -> Linked:
    """Return who is one person; sightings are in order."""
    code = census.language
    profiles = [profile(one, code) for one in sightings]
    borne = homonyms(profiles, offices(code))

    alike: dict[tuple[str, str], Likeness] = {}

    def alike_of(left: Name, right: Name) -> Likeness:
        pair = (left.key, right.key)
        if pair not in alike:
            alike[pair] = likeness(left, right, census)
        return alike[pair]

    def same(left: Profile, right: Profile) -> Compared:
        known = borne.get(left.name.spelling) or borne.get(right.name.spelling) or NOBODY
        return compared(left, right, census, known, alike_of)

    nodes = people_nodes(sightings, profiles, same, code)
    namesakes: defaultdict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        namesakes[node.seen.name.spelling].append(number)
    return _linked(nodes, same, namesakes.values())


def organisations(sightings: Sequence[Sighting], code: str) -> Linked:
    """Return which is one organisation; sightings are in order."""
    nodes = bodies_nodes(sightings, [body(one, code) for one in sightings], compared_bodies, code)
    return _linked(nodes, compared_bodies, ())


def places(sightings: Sequence[Sighting]) -> Linked:
    """Return which is one place: the gazetteer's, or without it a name in a country; sightings are in order."""
    found: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        found[place_key(sighting)].append(sighting)
    return Linked([Group(list(own)) for own in found.values()], list(found.values()))


def _linked(
    nodes: Sequence[Node[Seen]], same: Callable[[Seen, Seen], Compared], beside: Iterable[Sequence[int]]
) -> Linked:
    done: dict[tuple[int, int], Compared] = {}

    def compare(left: int, right: int) -> Compared:
        pair = (left, right) if left < right else (right, left)
        if pair not in done:
            done[pair] = same(nodes[pair[0]].seen, nodes[pair[1]].seen)
        return done[pair]

    found: list[Edge] = edges(nodes, compare)
    clusters = Clustering(nodes, compare).joined(found)
    ties = [*((edge.left, edge.right) for edge in found), *((own[0], one) for own in beside for one in own[1:])]
    return Linked([_group(cluster, nodes) for cluster in clusters], _touching(nodes, ties))


def _group(cluster: Cluster, nodes: Sequence[Node[Seen]]) -> Group:
    own = [nodes[number] for number in cluster.nodes]
    matches = [
        Match(node.first, reference(node.sightings[1]), node.self_match.score, node.self_match.reasons)
        for node in own
        if node.self_match
    ]
    matches += [_match(edge, nodes) for edge in cluster.edges]
    return Group([sighting for node in own for sighting in node.sightings], matches)


def _match(edge: Edge, nodes: Sequence[Node[Seen]]) -> Match:
    return Match(nodes[edge.left].first, nodes[edge.right].first, edge.compared.score, edge.compared.reasons)


def _touching(nodes: Sequence[Node[Seen]], ties: Iterable[tuple[int, int]]) -> list[list[Sighting]]:
    parent = list(range(len(nodes)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for one, other in ties:
        parent[root(one)] = root(other)
    found: defaultdict[int, list[Sighting]] = defaultdict(list)
    for number, node in enumerate(nodes):
        found[root(number)] += node.sightings
    return list(found.values())
