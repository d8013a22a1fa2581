"""Values of number words, added up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.reading.numerals.sums import Sum

_SCALES = (1_000, 1_000_000, 1_000_000_000)


def _sum(values: list[int]) -> float | None:
    found: Sum | None = Sum()
    for value in values:
        if found is not None:
            found = found.times(value) if value in _SCALES else found.plus(value)
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("values", "worth"),
    [
        ([], 0),
        ([4, 20], 80),
        ([4, 20, 10, 9], 99),
        ([60, 10, 7], 77),
        ([60, 11], 71),
        ([80, 12], 92),
        ([10, 7], 17),
        ([2, 100, 4, 20, 6], 286),
        ([10, 9, 100, 60], 1960),
        ([2, 1_000, 20, 4], 2024),
        ([1_000, 1_000_000_000], 10**12),
        ([3, 1_000_000, 2, 1_000, 1], 3_002_001),
    ],
)
def test_what_words_are_worth_together(values: list[int], worth: int) -> None:
    assert _sum(values) == worth


@pytest.mark.parametrize(
    "values", [[2, 3], [20, 10], [30, 12], [10, 6], [20, 100], [1_000, 1_000], [2, 1_000, 3, 1_000_000], [1_000_000]]
)
def test_what_is_no_number(values: list[int]) -> None:
    assert _sum(values) is None


@given(st.lists(st.sampled_from([0, 1, 4, 7, 10, 12, 20, 60, 100, *_SCALES]), max_size=12))
def test_a_number_never_grows_less(values: list[int]) -> None:
    found = Sum()
    for value in values:
        more = found.times(value) if value in _SCALES else found.plus(value)
        if more is None:
            return
        assert more.value >= found.value
        found = more
