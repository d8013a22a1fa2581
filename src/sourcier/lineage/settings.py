"""What lineage may be told, in one frozen value."""

from dataclasses import dataclass

from sourcier.lineage.limits import Limits

VERSION = 5
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

    A run of `k + window - 1` equal words is met for certain. The defaults hold from a handful of texts to a million:
    shorter fingerprints find little more and cost much in large collections, where common phrases are many.
    """

    k: int = 6
    window: int = 2
    links: int = 50


OF_TWO = Settings(k=5, window=4)
"""Two texts alone are compared more closely: what they share is no phrase of everybody's."""
