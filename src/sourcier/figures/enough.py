"""How many coded rows a figure takes, and what is lacking where there are fewer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from sourcier.figures.drawn import Population, Sample
from sourcier.figures.estimates import Tally
from sourcier.figures.strata import FOUND, STRATA, Stratum, allotted

LEAST = 20
"""Rows coded yes or no, among those found and among those near, below which no figure is given.

Where there are few pairs, half of them are enough: the intervals tell the rest.
"""
LEAST_OF_STRATUM = 5

_MOST = 1_000  # rows; with so many, whatever the strata are, each has enough of them

Reason = Literal["none_found", "uncoded", "few", "few_of_kind", "no_precision", "no_yes"]
"""No pair is found; none of those found is coded; too few are; too few of one stratum are. Of recall alone: there is no
precision; no coded pair is said to share words."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Why a figure cannot be told: of `least` rows that it takes `told` are coded yes or no, in a stratum or in all."""

    reason: Reason
    told: int = 0
    least: int = 0
    stratum: Stratum | None = None


def lack_of_precision(tallies: Mapping[Stratum, Tally]) -> Lack | None:
    """Return why there is no precision; None where there is."""
    there = {name: tallies[name] for name in FOUND if name in tallies and tallies[name].pairs}
    if not there:
        return Lack("none_found")
    told, least = _told(there.values())
    if told < least:
        return Lack("few" if told else "uncoded", told, least)
    for name, tally in there.items():
        if tally.told < least_of(tally.pairs, LEAST_OF_STRATUM):
            return Lack("few_of_kind", tally.told, least_of(tally.pairs, LEAST_OF_STRATUM), name)
    return None


def lack_of_recall(tallies: Mapping[Stratum, Tally]) -> Lack | None:
    """Return why there is no recall; None where there is."""
    if lack_of_precision(tallies):
        return Lack("no_precision")
    near = tallies["near"] if "near" in tallies else Tally(0, 0, 0)
    if near.told < least_of(near.pairs):  # of none that are near, none can be missed
        return Lack("few", near.told, least_of(near.pairs))
    return None if near.yes or any(tallies[name].yes for name in FOUND if name in tallies) else Lack("no_yes")


def _told(tallies: Iterable[Tally]) -> tuple[int, int]:
    each = list(tallies)
    return sum(tally.told for tally in each), least_of(sum(tally.pairs for tally in each))


def least_of(pairs: int, least: int = LEAST) -> int:
    """Return how many of so many pairs are to be coded."""
    return min(least, (pairs + 1) // 2)


def rows_needed(sample: Sample) -> int | None:
    """Return how many rows would let both figures be told, if all are coded; None where these do, or no rows can."""
    drawn = [row.stratum for row in sample.rows]
    if _tell(sample.populations, {name: drawn.count(name) for name in sample.populations}):
        return None
    pairs = {name: sample.populations[name].pairs if name in sample.populations else 0 for name in STRATA}
    wanted = range(len(drawn) + 1, min(_MOST, sum(pairs.values())) + 1)
    return next((rows for rows in wanted if _tell(sample.populations, allotted(rows, pairs))), None)


def _tell(populations: Mapping[Stratum, Population], rows: Mapping[Stratum, int]) -> bool:
    """Tell whether so many rows of each stratum, all coded, give both figures."""
    return lack_of_recall({name: Tally(each.pairs, rows[name], 0) for name, each in populations.items()}) is None
