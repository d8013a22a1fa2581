"""Which sightings weigh on one another: what a new one may change, and nothing else."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from sourcier.core.entity import Sighting
from sourcier.reading.entities.analysis import bodies_of, likened_by, once, places
from sourcier.reading.entities.bodies import compared_bodies
from sourcier.reading.entities.census import Census
from sourcier.reading.entities.compared import Compared
from sourcier.reading.entities.linking import edges
from sourcier.reading.entities.nodes import Node, Seen, people_nodes
from sourcier.reading.entities.people import NOBODY, Homonyms, compared
from sourcier.reading.entities.profile import Profile, profile


def touching(sightings: Sequence[Sighting], census: Census) -> list[list[Sighting]]:
    """Return sightings of all kinds with those that they may weigh on: namesakes, and who may be one of them."""
    likened = likened_by(census)

    def same(left: Profile, right: Profile) -> Compared:
        """Whatever is known of the name's bearers, now or before."""
        plain, told = (compared(left, right, census, known, likened) for known in (NOBODY, Homonyms(countries=True)))
        return max(plain, told, key=lambda one: one.bits)

    of = {kind: [one for one in sightings if one.kind == kind] for kind in ("person", "organisation")}
    profiles = [profile(one, census.language) for one in of["person"]]
    nodes = people_nodes(of["person"], profiles, same, census.language)
    namesakes: defaultdict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        namesakes[node.seen.name.spelling].append(number)
    ties = [(own[0], one) for own in namesakes.values() for one in own[1:]]
    bodies = bodies_of(of["organisation"], census.language)
    elsewhere = [group.sightings for group in places([one for one in sightings if one.kind == "place"])]
    return [*_tied(nodes, same, ties), *_tied(bodies, compared_bodies, []), *elsewhere]


def _tied(
    nodes: Sequence[Node[Seen]], same: Callable[[Seen, Seen], Compared], ties: list[tuple[int, int]]
) -> list[list[Sighting]]:
    parent = list(range(len(nodes)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for one, other in [*ties, *((edge.left, edge.right) for edge in edges(nodes, once(nodes, same)))]:
        parent[root(one)] = root(other)
    found: defaultdict[int, list[Sighting]] = defaultdict(list)
    for number, node in enumerate(nodes):
        found[root(number)] += node.sightings
    return list(found.values())
