"""The interval of one share: Wilson's score interval (JASA 22, 1927), without correction for continuity."""

from math import sqrt
from typing import NamedTuple

Z95 = 1.959963984540054


class Interval(NamedTuple):
    """Bounds between 0 and 1 at 95 %."""

    low: float
    high: float


def wilson(successes: int, trials: int) -> Interval:
    """Return the 95 % interval of a share of which `successes` of `trials` were seen; 0 to 1 where none was."""
    if not trials:
        return Interval(0.0, 1.0)
    share, z2 = successes / trials, Z95 * Z95
    centre = share + z2 / (2 * trials)
    half = Z95 * sqrt(share * (1 - share) / trials + z2 / (4 * trials * trials))
    low, high = (centre - half) / (1 + z2 / trials), (centre + half) / (1 + z2 / trials)
    return Interval(0.0 if not successes else max(0.0, low), 1.0 if successes == trials else min(1.0, high))
