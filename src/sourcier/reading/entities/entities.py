"""Groups of sightings as entities: their ids, names and countries."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sourcier.core.entity import Entity, Reference, Sighting
from sourcier.reading.entities.decided import Group
from sourcier.reading.entities.naming import named
from sourcier.reading.entities.references import entity_id, name_key, reference

_UNDATED = "~"  # after all digits


def order(sighting: Sighting) -> tuple[str, str, str, int, str]:
    """Return what sightings are sorted by: time, article, and their number in it."""
    return (sighting.published or _UNDATED, sighting.article, sighting.kind, sighting.index, name_key(sighting.name))


def entities(groups: Iterable[Group], known: Mapping[Reference, str], code: str) -> tuple[Entity, ...]:
    """Return the groups as entities, in the order of their earliest sightings."""
    ordered = [(sorted(group.sightings, key=order), group) for group in groups]
    ordered.sort(key=lambda pair: order(pair[0][0]))
    ids = _ids([own for own, _ in ordered], known)
    return tuple(
        Entity(
            ids[number],
            own[0].kind,
            group.name or _name(own, code),
            _country(own),
            tuple(own),
            tuple(sorted(group.matches, key=lambda match: (match.left, match.right))),
            tuple(group.decisions),
        )
        for number, (own, group) in enumerate(ordered)
    )


def _ids(groups: Sequence[Sequence[Sighting]], known: Mapping[Reference, str]) -> list[str]:
    """One id each: what an earlier analysis gave its earliest sighting, if no other has it, or its own.

    An id goes first to the entity with the sighting that it was made of.
    """
    made = [{entity_id(one.kind, reference(one)) for one in own} if known else set() for own in groups]
    wanted = [[found for one in own if (found := known.get(reference(one)))] for own in groups]
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for founding in (True, False):
        for number, candidates in enumerate(wanted):
            free = (one for one in candidates if one not in taken and (not founding or one in made[number]))
            chosen = next(free, None) if number not in ids else None
            if chosen is not None:
                ids[number] = chosen
                taken.add(chosen)
    return [ids.get(number) or _own(own, taken) for number, own in enumerate(groups)]


def _own(own: Sequence[Sighting], taken: set[str]) -> str:
    free = (found for one in own if (found := entity_id(one.kind, reference(one))) not in taken)
    chosen = next(free, entity_id(own[0].kind, reference(own[0])) + "x")
    taken.add(chosen)
    return chosen


def _name(own: Sequence[Sighting], code: str) -> str:
    """The whole name that most sightings have; of those that as many have, the longest."""
    counts = Counter(one.name for one in own)
    person = own[0].kind == "person"
    return min(counts, key=lambda name: (person and named(name, code).single, -counts[name], -len(name), name))


def _country(own: Sequence[Sighting]) -> str | None:
    counts = Counter(one.country for one in own if one.country)
    return min(counts, key=lambda country: (-counts[country], country)) if counts else None
