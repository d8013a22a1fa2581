"""Sightings that say the same are compared as one: a name that tells by itself, one country, one set of offices."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from sourcier.core.entity import Reference, Sighting
from sourcier.reading.entities.blocking import blocks_of, person_blocks
from sourcier.reading.entities.body import Body
from sourcier.reading.entities.compared import Compared
from sourcier.reading.entities.naming import named
from sourcier.reading.entities.profile import Profile
from sourcier.reading.entities.references import reference

Seen = TypeVar("Seen", Profile, Body)
NONE: frozenset[str] = frozenset()
_COMPANIONS = 60  # kept of many sightings, the most frequent


@dataclass(frozen=True, slots=True)
class Node(Generic[Seen]):
    """Sightings that count as one, the earliest first; `late` where they wait until it is known who else there is.

    `hints` are the offices and companions of whom the name alone says too little; None where it may say enough.
    """

    seen: Seen
    sightings: tuple[Sighting, ...]
    articles: frozenset[str]
    blocks: tuple[str, ...]
    late: bool
    hints: frozenset[str] | None
    self_match: Compared | None

    @property
    def first(self) -> Reference:
        """The reference of its earliest sighting."""
        return reference(self.sightings[0])


def people_nodes(
    sightings: Sequence[Sighting], profiles: Sequence[Profile], same: Callable[[Profile, Profile], Compared], code: str
) -> list[Node[Profile]]:
    """Return the nodes of people; sightings are in order."""
    contested = {number for number, one in enumerate(profiles) if _contested(one, code)}
    groups: defaultdict[object, list[int]] = defaultdict(list)
    matches: dict[object, Compared] = {}
    for number, one in enumerate(profiles):
        said = (one.name.key, tuple(other.key for other in one.also), one.country, one.offices, one.gender)
        late = one.name.single or number in contested
        if not late and said not in matches:
            alone = replace(one, companions=NONE, acronyms=NONE, near=NONE, day=None, outlet=None)
            matches[said] = same(alone, alone)
        apart = late or not matches[said].enough
        groups[(number,) if apart else said].append(number)
    return [
        _people_node([sightings[n] for n in group], [profiles[n] for n in group], matches.get(key), code)
        for key, group in groups.items()
    ]


def bodies_nodes(
    sightings: Sequence[Sighting], bodies: Sequence[Body], same: Callable[[Body, Body], Compared], code: str
) -> list[Node[Body]]:
    """Return the nodes of organisations; sightings are in order."""
    groups: defaultdict[object, list[int]] = defaultdict(list)
    matches: dict[Body, Compared] = {}
    taken: defaultdict[object, set[str]] = defaultdict(set)
    for number, one in enumerate(bodies):
        if one not in matches:
            matches[one] = same(one, one)
        article = sightings[number].article
        apart = not matches[one].enough or article in taken[one]
        taken[one].add(article)
        groups[(number,) if apart else one].append(number)
    nodes = []
    for group in groups.values():
        own = tuple(sightings[n] for n in group)
        late = not bodies[group[0]].full
        match = matches[bodies[group[0]]] if len(own) > 1 else None
        nodes.append(Node(bodies[group[0]], own, _articles(own), blocks_of(own[0], code), late, None, match))
    return nodes


def _people_node(
    own: list[Sighting],
    profiles: list[Profile],
    match: Compared | None,
    code: str,
) -> Node[Profile]:
    first = profiles[0]
    if len(own) > 1:
        company = Counter(key for one in profiles for key in one.companions)
        most = sorted(company, key=lambda key: (-company[key], key))
        near, acronyms = (
            frozenset().union(*sets) for sets in zip(*((one.near, one.acronyms) for one in profiles), strict=True)
        )
        first = replace(first, companions=frozenset(most[:_COMPANIONS]), near=near, acronyms=acronyms)
    late = first.name.single or _contested(profiles[0], code)
    hints = frozenset({office.head for office in first.offices} | first.companions) if first.name.frequent else None
    return Node(first, tuple(own), _articles(own), person_blocks(first), late, hints, match if len(own) > 1 else None)


def _contested(one: Profile, code: str) -> bool:
    """Tell whether its article has another whole name with a word of this one: it may be of one person or of two."""
    others = (named(key, code) for key in one.companions if " " in key)
    return any(not other.single and not one.name.skeletons.isdisjoint(other.skeletons) for other in others)


def _articles(sightings: Iterable[Sighting]) -> frozenset[str]:
    return frozenset(sighting.article for sighting in sightings)
