"""All readings of a text's words as people and their roles."""

from collections.abc import Iterator

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.people.links import links
from sourcier.reading.people.partial import Partial
from sourcier.reading.people.pieces import pieces
from sourcier.reading.people.runs import Namer
from sourcier.reading.people.variants import variants
from sourcier.reading.people.weighing import LIKELY, SURE, of_role, weighed

_LEAST = 0.1
_FULLER = 0.85


def found(namer: Namer) -> Iterator[Candidate]:
    """Yield what may be somebody's name, a part of one, or a role."""
    whole = pieces(namer)
    stretches = [(run.first, run.stop) for run in whole.runs]
    linked = links(namer, stretches, whole.roles)
    evidence = list(zip(whole.runs, weighed(namer, whole.runs, whole.roles, linked), strict=True))
    partial = Partial(namer, variants(namer.lexis), [run for run, (weight, _, _) in evidence if weight >= SURE])
    for run, (weight, rule, cue) in evidence:
        if weight >= _LEAST:
            yield Candidate(run.first, run.stop, "person", weight, rule, cue)
        if LIKELY <= weight < SURE and partial.fuller(run):
            yield Candidate(run.first, run.stop, "person", _FULLER, "part")
    for run, weight in partial.mentions():
        yield Candidate(run.first, run.stop, "person", weight, "part")
    for number, role in enumerate(whole.roles):
        weight = of_role(namer, role, linked.get(number))
        if weight:
            yield Candidate(role.first, role.stop, "role", weight, role.head.kind, role.cue)
