import numpy as np
import pytest

from sourcier.store.index.searching import searched
from sourcier.store.index.segment import Segment
from sourcier.store.index.shelf import Memory
from sourcier.store.index.writing import written
from tests.store.index.factory import random_entries

TOP = (1 << 64) - 1


def _segment(grams: list[int]) -> Segment:
    one = random_entries([1], size=len(grams))
    return written(Memory(), one._replace(grams=np.array(grams, np.uint64)))


@pytest.mark.parametrize("many", [3, 40, 400])
@pytest.mark.parametrize(
    "grams",
    [
        [],
        [TOP],
        list(range(500)),
        [TOP - n for n in range(500)],
        [0] * 100 + [7] * 31 + [TOP] * 33,
        [n << 50 for n in range(1 << 14)],
        [(n << 50) + low for n in range(1 << 9) for low in (0, 1, 1, 1 << 49)],
        np.random.default_rng(1).integers(0, TOP, 20_000, np.uint64).tolist(),
        [min(pair) for pair in np.random.default_rng(2).integers(0, TOP, (9_000, 2), np.uint64).tolist()] + [TOP] * 9,
    ],
    ids=["none", "one", "low", "high", "few", "even", "groups", "random", "skewed"],
)
def test_grams_are_found_where_they_stand(grams: list[int], many: int) -> None:
    segment = _segment(grams)
    there = np.random.default_rng(3).choice(np.array([*grams, 5], np.uint64), many)
    near = np.concatenate((there, there + np.uint64(1), there - np.uint64(1), np.array([0, TOP], np.uint64)))
    asked = np.array(sorted(set(near.tolist())), np.uint64)
    which, first, counts = searched(segment, asked)
    begin = segment.grams.searchsorted(asked)
    end = segment.grams.searchsorted(asked, "right")
    assert which.tolist() == np.flatnonzero(end > begin).tolist()
    assert first.tolist() == begin[which].tolist()
    assert counts.tolist() == (end - begin)[which].tolist()
