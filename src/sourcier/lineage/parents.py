"""Which of the texts that hold a stretch it was most likely taken from: the one that explains most words."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

_LEAST = 8


class Row(NamedTuple):
    """One stretch of a text: its number in the table, its source, its words as bits (all of them, and equal ones)."""

    number: int
    source: int
    span: int
    equal: int


class Choice(NamedTuple):
    """For each row in the given order: is it the best of its stretch, and how likely (0..1)."""

    best: list[bool]
    score: list[float]


def bits(start: int, end: int) -> int:
    """Return the bits start..end, half-open."""
    return (1 << end) - (1 << start)


def choose(rows: Sequence[Row]) -> Choice:
    """Choose the sources of one text greedily, each time the one with most equal words not yet explained.

    Ties go to the source that stands first in `rows`' order of sources (the earliest): a tie stays one in the scores.
    """
    if len(rows) == 1:
        return Choice([True], [1.0])
    best = _best(rows)
    return Choice([row.number in best for row in rows], _scores(rows, best))


def _best(rows: Sequence[Row]) -> set[int]:
    by_source: dict[int, list[Row]] = {}
    for row in rows:
        by_source.setdefault(row.source, []).append(row)
    equal = {source: _union(row.equal for row in own) for source, own in by_source.items()}
    explained, best = 0, set[int]()
    while equal:
        gains = {source: (words & ~explained).bit_count() for source, words in equal.items()}
        top = min(gains, key=lambda source: (-gains[source], -equal[source].bit_count(), source))
        if gains[top] < _LEAST:
            break
        for row in by_source[top]:
            if 2 * (row.span & ~explained).bit_count() >= row.span.bit_count():
                best.add(row.number)
        explained |= _union(row.span for row in by_source[top])
        del equal[top]
    return best


def _union(masks: Iterable[int]) -> int:
    return reduce(or_, masks, 0)


def _scores(rows: Sequence[Row], best: set[int]) -> list[float]:
    winners = [row for row in rows if row.number in best]
    weights, homes = [], []
    for row in rows:
        home = row if row.number in best else _home(row, winners)
        lacking = max(0, (home.equal & row.span).bit_count() - row.equal.bit_count())
        weights.append(0.5 ** min(lacking, 60))
        homes.append(home.number)
    totals: dict[int, float] = {}
    for home_number, weight in zip(homes, weights, strict=True):
        totals[home_number] = totals.get(home_number, 0.0) + weight
    return [weight / totals[home_number] for home_number, weight in zip(homes, weights, strict=True)]


def _home(row: Row, winners: Sequence[Row]) -> Row:
    """The best row of the stretch that this one belongs to."""
    return max(winners, key=lambda winner: (winner.span & row.span).bit_count(), default=row)
