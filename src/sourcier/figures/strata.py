"""Into which parts the pairs of articles fall, and how many of each are coded."""

from collections.abc import Mapping
from typing import Literal

Stratum = Literal["long", "short", "family", "near", "other"]
"""Pairs found to share a passage of 20 words or more; found, with none so long; not found, but in one family through
others; not found, but each other's nearest by rare words; all others."""

STRATA: tuple[Stratum, ...] = ("long", "short", "family", "near", "other")
FOUND: tuple[Stratum, ...] = ("long", "short")

_PARTS: Mapping[Stratum, float] = {"long": 0.2, "short": 0.25, "family": 0.1, "near": 0.35, "other": 0.1}


def allotted(rows: int, there: Mapping[Stratum, int]) -> dict[Stratum, int]:
    """Return how many of `rows` each stratum gets; what one cannot fill goes to the others, `there` are its pairs."""
    given: dict[Stratum, int] = dict.fromkeys(STRATA, 0)
    left = min(rows, sum(there.values()))
    while left:
        open_ = {name: _PARTS[name] for name in STRATA if given[name] < there[name]}
        whole = sum(open_.values())
        for name in sorted(open_, key=lambda name: -open_[name]):
            share = max(1, round(left * open_[name] / whole))
            taken = min(share, there[name] - given[name], rows - sum(given.values()))
            given[name] += taken
        left = min(rows, sum(there.values())) - sum(given.values())
    return given
