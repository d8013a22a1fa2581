"""From sightings of one kind to groups of those that are one."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from sourcier.core.entity import Match, Sighting
from sourcier.reading.entities.blocking import place_key
from sourcier.reading.entities.bodies import compared_bodies
from sourcier.reading.entities.body import Body, body
from sourcier.reading.entities.census import Census
from sourcier.reading.entities.clusters import Cluster, Clustering
from sourcier.reading.entities.compared import Compared
from sourcier.reading.entities.decided import Group
from sourcier.reading.entities.homonyms import homonyms
from sourcier.reading.entities.likeness import Likeness, likeness
from sourcier.reading.entities.linking import Edge, edges
from sourcier.reading.entities.naming import Name
from sourcier.reading.entities.nodes import Node, Seen, bodies_nodes, people_nodes
from sourcier.reading.entities.offices import offices
from sourcier.reading.entities.people import NOBODY, compared
from sourcier.reading.entities.profile import Profile, profile
from sourcier.reading.entities.references import reference


def people(sightings: Sequence[Sighting], census: Census) -> list[Group]:
    """Return who is one person; sightings are in order."""
    profiles = [profile(one, census.language) for one in sightings]
    borne = homonyms(profiles, offices(census.language))
    likened = likened_by(census)

    def same(left: Profile, right: Profile) -> Compared:
        known = borne.get(left.name.spelling) or borne.get(right.name.spelling) or NOBODY
        return compared(left, right, census, known, likened)

    return _grouped(people_nodes(sightings, profiles, same, census.language), same)


def organisations(sightings: Sequence[Sighting], code: str) -> list[Group]:
    """Return which is one organisation; sightings are in order."""
    return _grouped(bodies_of(sightings, code), compared_bodies)


def places(sightings: Sequence[Sighting]) -> list[Group]:
    """Return which is one place: the gazetteer's, or without it a name in a country; sightings are in order."""
    found: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        found[place_key(sighting)].append(sighting)
    return [Group(list(own)) for own in found.values()]


def bodies_of(sightings: Sequence[Sighting], code: str) -> list[Node[Body]]:
    """Return the nodes of organisations."""
    return bodies_nodes(sightings, [body(one, code) for one in sightings], compared_bodies, code)


def likened_by(census: Census) -> Callable[[Name, Name], Likeness]:
    """Return what tells how far names are one, each two compared once."""
    known: dict[tuple[str, str], Likeness] = {}

    def likened(left: Name, right: Name) -> Likeness:
        pair = (left.key, right.key)
        if pair not in known:
            known[pair] = likeness(left, right, census)
        return known[pair]

    return likened


def _grouped(nodes: Sequence[Node[Seen]], same: Callable[[Seen, Seen], Compared]) -> list[Group]:
    compare = once(nodes, same)
    return [_group(cluster, nodes) for cluster in Clustering(nodes, compare).joined(edges(nodes, compare))]


def once(nodes: Sequence[Node[Seen]], same: Callable[[Seen, Seen], Compared]) -> Callable[[int, int], Compared]:
    """Return what compares nodes by number, each two once."""
    done: dict[tuple[int, int], Compared] = {}

    def compare(left: int, right: int) -> Compared:
        pair = (left, right) if left < right else (right, left)
        found = done.get(pair)
        if found is None:
            found = done[pair] = same(nodes[pair[0]].seen, nodes[pair[1]].seen)
        return found

    return compare


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
