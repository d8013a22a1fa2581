import pytest

from bench.slope import slope


def test_the_slope_is_that_of_the_exponent() -> None:
    assert slope([(n, 3 * n**1.2) for n in (10, 1_000, 5_000)]) == pytest.approx(1.2)
    assert slope([(10, 7), (1_000, 7)]) == pytest.approx(0)


def test_one_size_has_no_slope() -> None:
    assert slope([(10, 1.0)]) is None
    assert slope([(10, 1.0), (10, 2.0), (20, 0.0)]) is None
