"""Where two texts are most alike, found in the same way whatever else is known of them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_ODD = np.uint64(0x9E3779B97F4A7C15)

Hashes = NDArray[np.uint64]


class Run(NamedTuple):
    """The longest run of words that two texts have in common: where it begins in each, and how many words it has."""

    one: int
    other: int
    words: int


def longest(one: Hashes, other: Hashes) -> Run:
    """Return the longest run of equal words, the first of several; no words where there is none."""
    low, high, best = 0, min(len(one), len(other)), Run(0, 0, 0)
    while low < high:  # what holds for a run holds for its beginning
        middle = (low + high + 1) // 2
        if met := _common(one, other, middle):
            low, best = middle, Run(*met, middle)
        else:
            high = middle - 1
    return best


def _common(one: Hashes, other: Hashes, words: int) -> tuple[int, int] | None:
    left, right = _windows(one, words), _windows(other, words)
    shared, here, there = np.intersect1d(left, right, return_indices=True)
    if not len(shared):
        return None
    first = int(np.argmin(here))
    return int(here[first]), int(there[first])


def _windows(hashes: Hashes, words: int) -> Hashes:
    """One number for each run of so many words."""
    half, made = 1, hashes
    while half * 2 <= words:
        made = _joined(made[: len(made) - half], made[half:])
        half *= 2
    rest = words - half
    return _joined(made[: len(made) - rest], made[rest:]) if rest else made


def _joined(one: Hashes, other: Hashes) -> Hashes:
    with np.errstate(over="ignore"):
        mixed = (one * _ODD) ^ ((other << np.uint64(31)) | (other >> np.uint64(33)))
        return (mixed ^ (mixed >> np.uint64(29))) * _ODD
