"""What an amount is, before it has a noun or a unit."""

from dataclasses import dataclass, replace
from typing import Literal

from sourcier.core.number import Bound

MILLE = 1000

Form = Literal["plain", "one", "only", "none", "collective", "vague", "fraction", "rank"]
"""`one` is « un », which may be an article; `only` « un seul »; `vague` « des dizaines »."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount over tokens `start` to `stop`; `of` tells that « de » stands between it and its noun."""

    start: int
    stop: int
    form: Form
    value: float
    bound: Bound = "exact"
    value_max: float | None = None
    scale: float = 1
    figures: bool = False
    of: bool = False


def shared_scale(first: Amount, second: Amount) -> Amount:
    """Return the first of two amounts with the multiplier that it leaves to the second: « quatre à cinq millions »."""
    if first.scale == 1 and second.scale > 1 and first.value < MILLE and first.value < second.value / second.scale + 1:
        return replace(first, value=first.value * second.scale)
    return first
