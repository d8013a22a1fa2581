"""The door: which sightings are one entity."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from sourcier.core.entity import Decision, Entity, Reference, Sighting
from sourcier.reading.entities.references import entity_id, name_key, reference

Sharing = Callable[[Collection[str]], Iterable[Sighting]]


def blocks(sighting: Sighting, language: str = "fr") -> tuple[str, ...]:
    """Return the keys under which a ledger keeps a sighting: two that share none are never compared."""
    return (f"{sighting.kind[0]}={name_key(sighting.name)}",)


def resolved(
    sightings: Iterable[Sighting],
    decisions: Sequence[Decision] = (),
    known: Mapping[Reference, str] | None = None,
    language: str = "fr",
) -> tuple[Entity, ...]:
    """Return the entities of all sightings, in the order of their earliest; the order of arrival changes nothing.

    `known` are the ids that sightings' entities had before: an entity keeps that of its earliest sighting with one.
    """
    found: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for sighting in sorted(sightings, key=lambda one: (one.published or "~", one.article, one.index)):
        found[sighting.kind, name_key(sighting.name)].append(sighting)
    return tuple(
        Entity(entity_id(group[0].kind, reference(group[0])), group[0].kind, group[0].name, None, tuple(group))
        for group in found.values()
    )


def changed(
    fresh: Iterable[Sighting],
    sharing: Sharing,
    decisions: Sequence[Decision] = (),
    known: Mapping[Reference, str] | None = None,
    language: str = "fr",
) -> tuple[Entity, ...]:
    """Return the entities that may have changed: those of `fresh` and all that they touch, as `resolved` has them.

    `fresh` are sightings that are new, changed, or of an entity that lost one (all in the ledger by now); `sharing`
    returns the ledger's sightings under any of some `blocks`. What it returns replaces the entities of its sightings.
    """
    near = list(fresh)
    near += sharing({block for sighting in near for block in blocks(sighting, language)})
    return resolved({reference(one): one for one in near}.values(), decisions, known, language)
