"""Precision and recall of a stratified sample, with intervals.

Each stratum counts for as many pairs as it has in the ledger, not for as many as were coded. The intervals come from
draws: for each stratum a share from Jeffreys' posterior, Beta(yes + ½, no + ½), then as many of its pairs that nobody
coded as fall to that share. Jeffreys' interval covers well at small numbers and at shares near 0 and 1 (Brown, Cai,
DasGupta, Statistical Science 16, 2001); drawing it through serves sums and quotients of strata alike, and a stratum
coded whole adds no doubt.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sourcier.figures.strata import FOUND, Stratum

_DRAWS = 40_000
_SEED = 1
_BOUNDS = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Tally:
    """`pairs` in the ledger; of those coded, how many are said to share words, how many not; the rest is unsure."""

    pairs: int
    yes: int
    no: int
    unsure: int = 0

    @property
    def told(self) -> int:
        """How many were coded yes or no."""
        return self.yes + self.no


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share with its 95 % interval, and what it would be if all that nobody could say spoke against it, or for it."""

    value: float
    low: float
    high: float
    worst: float
    best: float


def precision(tallies: Mapping[Stratum, Tally]) -> Estimate:
    """Return which share of the pairs found do share words; every stratum that has pairs has some coded."""
    found = _among(tallies, FOUND)
    whole = sum(tally.pairs for tally in found)
    drawn = np.sum(_drawn(found), axis=0) / whole
    return _estimate(
        sum(map(_yes, found)) / whole,
        drawn,
        sum(tally.pairs * tally.yes / (tally.told + tally.unsure) for tally in found) / whole,
        sum(tally.pairs * (tally.yes + tally.unsure) / (tally.told + tally.unsure) for tally in found) / whole,
    )


def recall(tallies: Mapping[Stratum, Tally]) -> Estimate | None:
    """Return which share of the pairs that share words was found, among those found and those near.

    None where no pair is said to share any.
    """
    found, near = _among(tallies, FOUND), _among(tallies, ("near",))
    value = _part(sum(map(_yes, found)), sum(map(_yes, near)))
    if value is None:
        return None
    draws = _drawn([*found, *near])
    hits, both = np.sum(draws[: len(found)], axis=0), np.sum(draws, axis=0)
    drawn = np.divide(hits, both, out=np.ones(_DRAWS), where=both > 0)
    against = _part(sum(map(_least, found)), sum(map(_most, near)))
    for_it = _part(sum(map(_most, found)), sum(map(_least, near)))
    return _estimate(value, drawn, 0.0 if against is None else against, 1.0 if for_it is None else for_it)


def _among(tallies: Mapping[Stratum, Tally], names: tuple[Stratum, ...]) -> list[Tally]:
    return [tallies[name] for name in names if name in tallies and tallies[name].pairs]


def _yes(tally: Tally) -> float:
    return tally.pairs * tally.yes / tally.told


def _least(tally: Tally) -> float:
    return tally.pairs * tally.yes / (tally.told + tally.unsure)


def _most(tally: Tally) -> float:
    return tally.pairs * (tally.yes + tally.unsure) / (tally.told + tally.unsure)


def _part(hits: float, missed: float) -> float | None:
    return hits / (hits + missed) if hits + missed else None


def _drawn(tallies: list[Tally]) -> list[NDArray[np.float64]]:
    """How many pairs of each stratum may share words, drawn many times."""
    random = np.random.default_rng(_SEED)
    drawn = []
    for tally in tallies:
        share = random.beta(tally.yes + 0.5, tally.no + 0.5, _DRAWS)
        uncoded = max(0, tally.pairs - tally.told)
        drawn.append(tally.yes + random.binomial(uncoded, share).astype(np.float64))
    return drawn


def _estimate(value: float, drawn: NDArray[np.float64], worst: float, best: float) -> Estimate:
    low, high = (float(bound) for bound in np.quantile(drawn, _BOUNDS))
    return Estimate(value, min(low, value), max(high, value), worst, best)  # 1 of n seen whole is never ruled out
