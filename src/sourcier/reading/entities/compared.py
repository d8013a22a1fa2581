"""What comes of comparing two sightings: bits for one and against, and whether it is enough."""

from dataclasses import dataclass

from sourcier.core.entity import Reason

ENOUGH = 17.0  # bits
_STEEP = 4.0  # bits that make a match ten times as sure, for the score


@dataclass(frozen=True, slots=True)
class Compared:
    """`hard` where it cannot be one; `silent` where nothing speaks either way, since the names share but one word."""

    bits: float
    hard: bool
    silent: bool
    reasons: tuple[Reason, ...]

    @property
    def enough(self) -> bool:
        """Tell whether it is held to be one."""
        return not self.hard and not self.silent and self.bits >= ENOUGH

    @property
    def score(self) -> float:
        """How sure it is, 0..1: a half where it is just enough."""
        if self.hard or self.silent:
            return 0.0
        return 1.0 / (1.0 + 10 ** ((ENOUGH - self.bits) / _STEEP))


def apart(kind: str, text: str) -> Compared:
    """Return that two cannot be one, and why."""
    return Compared(0.0, hard=True, silent=False, reasons=(Reason(kind, text, -ENOUGH),))
