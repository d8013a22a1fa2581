"""What a person decided, done over again after every analysis, in its order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sourcier.core.entity import Decision, Match, Reference, Sighting
from sourcier.reading.entities.references import reference


@dataclass(slots=True)
class Group:
    """Sightings held to be one, with why, and with what a person decided about them."""

    sightings: list[Sighting]
    matches: list[Match] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    name: str | None = None


def decided(groups: Iterable[Group], decisions: Sequence[Decision]) -> list[Group]:
    """Return the groups as decisions have them; one about a sighting that is no more there waits for its return."""
    kept = list(groups)
    if not decisions:
        return kept
    of = {reference(sighting): group for group in kept for sighting in group.sightings}
    for decision in decisions:
        here = of.get(decision.sighting)
        if here is None:
            continue
        if decision.kind == "rename":
            here.name = decision.name
            here.decisions.append(decision)
        elif decision.kind == "split":
            kept += _split(here, decision, of)
        elif decision.other in of:
            _merge(here, of[decision.other], decision, of)
    return [group for group in kept if group.sightings]


def _split(here: Group, decision: Decision, of: dict[Reference, Group]) -> list[Group]:
    out = [one for one in here.sightings if reference(one) == decision.sighting]
    if len(out) == len(here.sightings):
        return []
    here.sightings = [one for one in here.sightings if reference(one) != decision.sighting]
    here.matches = [one for one in here.matches if decision.sighting not in (one.left, one.right)]
    here.decisions.append(decision)
    of[decision.sighting] = Group(out, decisions=[decision])
    return [of[decision.sighting]]


def _merge(here: Group, there: Group, decision: Decision, of: dict[Reference, Group]) -> None:
    if here is there:
        return
    here.sightings += there.sightings
    here.matches += there.matches
    here.decisions += [*there.decisions, decision]
    here.name = here.name or there.name
    for one in there.sightings:
        of[reference(one)] = here
    there.sightings = []
