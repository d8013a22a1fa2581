"""What lineage may be told, in one frozen value."""

from dataclasses import dataclass

from sourcier.lineage.limits import Limits

VERSION = 4
"""Raised whenever the same articles would give other results, or more is kept of them."""

LIMITS = Limits(
    seed=5,
    least=8,
    gap=64,
    drift=16,
    look_back=64,
    split_long=16,
    split_unequal=10,
    window=24,
    standing_edge=12,
    standing_inside=40,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """`k` words make a fingerprint, the least of each `window` of them is kept; `links` earlier texts are compared.

    Short fingerprints find short passages; in large collections common phrases make them expensive.
    """

    k: int = 5
    window: int = 4
    links: int = 50

    @classmethod
    def for_size(cls, articles: int) -> "Settings":
        """Return the settings for a collection of this many articles."""
        return cls(k=5 if articles <= 20_000 else 6 if articles <= 60_000 else 8)
