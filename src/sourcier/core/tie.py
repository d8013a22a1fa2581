"""A tie between two articles, with what is known of both but their texts: one row of an edge list."""

from dataclasses import dataclass

from sourcier.core.credit import CreditStatus
from sourcier.core.passage import Direction


@dataclass(frozen=True, slots=True)
class Side:
    """An article at one end of a tie; `published` is EDTF, None is unknown."""

    id: str
    outlet: str | None
    published: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Tie:
    """`shared` is the share of the derived text's words, 0..1; `delay` is in seconds, None where it is not known.

    The credit covers `credited` of the `passages` stretches of the derived text.
    """

    family: str
    derived: Side
    source: Side
    direction: Direction
    shared: float
    delay: float | None
    credit: CreditStatus
    credited: int
    passages: int
