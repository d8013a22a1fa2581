"""From scores of arcs to trees."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.engines.french.decoding import tree


def scores(seed: int, count: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(count, count + 1)).astype(np.float32)


def is_tree(heads: tuple[int, ...]) -> bool:
    """Tell whether exactly one head is the root and every token hangs on it."""
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


@given(seed=st.integers(0, 2**32 - 1), count=st.integers(1, 40))
def test_every_answer_is_a_tree_with_one_root(seed: int, count: int) -> None:
    assert is_tree(tuple(tree(scores(seed, count)).tolist()))


@given(seed=st.integers(0, 2**32 - 1), count=st.integers(1, 5))
def test_no_tree_with_one_root_scores_higher(seed: int, count: int) -> None:
    given_scores = scores(seed, count)

    def worth(heads: tuple[int, ...]) -> float:
        return float(sum(given_scores[at, head] for at, head in enumerate(heads)))

    best = max(worth(heads) for heads in product(range(count + 1), repeat=count) if is_tree(heads))
    assert worth(tuple(tree(given_scores.copy()).tolist())) == pytest.approx(best, abs=1e-4)


def test_the_best_heads_are_kept_where_they_are_a_tree() -> None:
    likely = np.array([[0, -9, 5, 0], [7, 0, -9, 0], [0, 0, 5, -9]], np.float32)
    assert tree(likely).tolist() == [2, 0, 2]


def test_a_long_sentence_of_equal_scores_is_a_tree() -> None:
    assert is_tree(tuple(tree(np.zeros((300, 301), np.float32)).tolist()))
