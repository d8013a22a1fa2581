"""How many: a number of a text with what it counts."""

from dataclasses import dataclass
from typing import Literal

from sourcier.core.span import Span

NumberKind = Literal["count", "money", "measure", "age", "duration", "rank", "share"]
Bound = Literal["exact", "min", "max", "approx", "range"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number: `span` covers its bound, the number and what it counts.

    `value` is None where the words give none, `value_max` the upper end of a range. A share is in per cent where its
    unit is `%`, else between 0 and 1. `what` is what is counted, with its state, in the words of the text (« soldats
    tués »); `unit` is a symbol (km, FCFA) or a plural word (jours, dinars).
    """

    span: Span
    kind: NumberKind
    value: float | None
    value_max: float | None
    bound: Bound
    what: str | None
    unit: str | None
    producer: str
