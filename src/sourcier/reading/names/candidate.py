"""A reading of some words as a name, before it is known which of several holds."""

from dataclasses import dataclass
from typing import Literal

NameKind = Literal["person", "role", "organisation", "place"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `first` up to `stop` read as a name (or, of a person, as a role).

    `weight` is how strong the evidence is on one scale for all readers: 1 certain (a title before it, an acronym that
    the text explains), .9 strong (a locative before what a gazetteer has, a head noun, the subject of a saying),
    .7 good (a list has it, nothing speaks against it), .5 possible (a list has it, but it is also a common word),
    .3 weak (capitals alone). `rule` names the rule; `cue` is the tokens it leans on, None where the name is its own.
    """

    first: int
    stop: int
    kind: NameKind
    weight: float
    rule: str
    cue: tuple[int, int] | None = None
