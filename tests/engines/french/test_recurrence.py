"""The recurrent layer over sentences of many lengths, against one written out word by word."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sourcier.engines.french.recurrence import Packing, read

UNITS = 3


def sigmoid(values: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-values))


def one_way(gates: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """A plain recurrence over one sentence; gates and weights come negative, the candidate's doubled."""
    hidden = cell = np.zeros(UNITS)
    rows = []
    for now in gates:
        into, forget, out, candidate = np.split(now + hidden @ weights, 4)
        cell = sigmoid(-forget) * cell + sigmoid(-into) * np.tanh(-candidate / 2)
        hidden = sigmoid(-out) * np.tanh(cell)
        rows.append(hidden)
    return np.array(rows)


@given(lengths=st.lists(st.integers(1, 9), min_size=1, max_size=6), seed=st.integers(0, 999))
def test_sentences_side_by_side_read_as_each_alone(lengths: list[int], seed: int) -> None:
    chance = np.random.default_rng(seed)
    weights = chance.normal(size=(2, UNITS, 4 * UNITS)).astype(np.float32)
    gates = chance.normal(size=(2, sum(lengths), 4 * UNITS)).astype(np.float32)  # token after token, as given
    packing = Packing(lengths)
    laid = np.stack([gates[0][packing.order], gates[1][packing.order][packing.turned]])
    found = read(laid, weights, packing)
    ahead, behind = found[0][packing.back], found[1][packing.turned][packing.back]
    start = 0
    for length in lengths:
        part = slice(start, start + length)
        np.testing.assert_allclose(ahead[part], one_way(gates[0, part], weights[0]), atol=1e-4)
        np.testing.assert_allclose(behind[part], one_way(gates[1, part][::-1], weights[1])[::-1], atol=1e-4)
        start += length


def test_places_and_tokens_are_each_other_s_inverse() -> None:
    packing = Packing([2, 5, 1])
    assert packing.order[packing.back].tolist() == list(range(8))
    assert packing.turned[packing.turned].tolist() == list(range(8))
    assert packing.active.tolist() == [3, 2, 1, 1, 1]
