"""The door: which sightings are one entity."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sourcier.core.entity import Decision, Entity, Match, Reason, Reference, Sighting
from sourcier.reading.entities.analysis import organisations, people, places
from sourcier.reading.entities.blocking import blocks_of, place_key
from sourcier.reading.entities.bodies import compared_bodies
from sourcier.reading.entities.body import body
from sourcier.reading.entities.census import Census, census
from sourcier.reading.entities.closure import Sharing, gathered, reference_block
from sourcier.reading.entities.compared import ENOUGH, Compared
from sourcier.reading.entities.decided import Group, decided
from sourcier.reading.entities.entities import entities, order
from sourcier.reading.entities.people import compared
from sourcier.reading.entities.profile import profile
from sourcier.reading.entities.references import reference
from sourcier.reading.entities.touching import touching


def blocks(sighting: Sighting, language: str = "fr") -> tuple[str, ...]:
    """Return the keys under which a ledger keeps a sighting: two that share none are never compared."""
    return (reference_block(reference(sighting)), *blocks_of(sighting, language))


def resolved(
    sightings: Iterable[Sighting],
    decisions: Sequence[Decision] = (),
    known: Mapping[Reference, str] | None = None,
    language: str = "fr",
    counted: Census | None = None,
) -> tuple[Entity, ...]:
    """Return the entities of all sightings, in the order of their earliest; the order of arrival changes nothing.

    `known` are the ids that sightings' entities had before: an entity keeps that of its earliest sighting with one.
    `counted` tells how frequent names are where the sightings are but a part of the ledger.
    """
    own = _by_reference(sightings)
    first = _first(own)
    groups = _whole(_grouped(first, counted or census(first, language)), own)
    return entities(decided(groups, decisions), known or {}, language)


def changed(
    fresh: Iterable[Sighting],
    sharing: Sharing,
    counted: Census,
    decisions: Sequence[Decision] = (),
    known: Mapping[Reference, str] | None = None,
) -> tuple[Entity, ...]:
    """Return the entities that may have changed: those of `fresh` and all that they touch, as `resolved` has them.

    `fresh` are sightings that are new, changed, or of an entity that lost one (all in the ledger by now); `sharing`
    returns the ledger's sightings under any of some `blocks`; `counted` is the census of the ledger. What is returned
    replaces every entity that its sightings had; where one of these had others, which the census may bring about, they
    are fresh themselves.
    """

    def tied(own: Iterable[Sighting]) -> list[list[Sighting]]:
        return touching(_first(_by_reference(own)), counted)

    own, inner = gathered(fresh, sharing, decisions, tied, lambda one: blocks(one, counted.language))
    found = resolved(own, decisions, known, counted.language, counted)
    return tuple(entity for entity in found if any(reference(one) in inner for one in entity.sightings))


def compare(left: Sighting, right: Sighting, counted: Census) -> Match:
    """Return how far two sightings of one kind are held to be one, and why; the score is ½ where it is just enough."""
    language = counted.language
    found = Compared(0.0, hard=True, silent=False, reasons=())
    if left.kind == right.kind == "person":
        found = compared(profile(left, language), profile(right, language), counted)
    elif left.kind == right.kind == "organisation":
        found = compared_bodies(body(left, language), body(right, language))
    elif left.kind == right.kind and place_key(left) == place_key(right):
        found = Compared(
            2 * ENOUGH, hard=False, silent=False, reasons=(Reason("place", place_key(left)[2:], 2 * ENOUGH),)
        )
    return Match(reference(left), reference(right), found.score, found.reasons)


def _by_reference(sightings: Iterable[Sighting]) -> dict[Reference, list[Sighting]]:
    """Sightings in order; what one article calls by one name is one."""
    own: defaultdict[Reference, list[Sighting]] = defaultdict(list)
    for sighting in sorted(sightings, key=order):
        own[reference(sighting)].append(sighting)
    return own


def _first(own: Mapping[Reference, Sequence[Sighting]]) -> list[Sighting]:
    return [found[0] for found in own.values()]


def _grouped(first: Sequence[Sighting], counted: Census) -> list[Group]:
    of = {kind: [one for one in first if one.kind == kind] for kind in ("person", "organisation", "place")}
    bodies = organisations(of["organisation"], counted.language)
    return [*people(of["person"], counted), *bodies, *places(of["place"])]


def _whole(groups: Iterable[Group], own: Mapping[Reference, Sequence[Sighting]]) -> list[Group]:
    return [
        Group([one for first in group.sightings for one in own[reference(first)]], group.matches) for group in groups
    ]
