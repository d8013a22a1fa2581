"""Precision and recall of a stratified sample: weighed by the strata, with intervals that hold what they should."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.figures.estimates import Tally, precision, recall
from sourcier.figures.strata import STRATA, Stratum, allotted

SHARES = st.tuples(st.integers(1, 30), st.integers(0, 30), st.integers(0, 100_000))


def tally(seen: tuple[int, int, int]) -> Tally:
    yes, no, more = seen
    return Tally(yes + no + more, yes, no)


def test_a_stratum_counts_for_its_pairs_and_not_for_its_rows() -> None:
    tallies: dict[Stratum, Tally] = {"long": Tally(9_000, 20, 0), "short": Tally(1_000, 20, 20)}
    assert precision(tallies).value == pytest.approx(0.95)


def test_recall_is_among_those_found_and_those_near() -> None:
    tallies: dict[Stratum, Tally] = {
        "long": Tally(800, 30, 0),
        "short": Tally(200, 15, 15),
        "family": Tally(50, 5, 0),
        "near": Tally(1_000, 3, 27),
        "other": Tally(10**9, 1, 9),
    }
    found = recall(tallies)
    assert found
    assert found.value == pytest.approx(900 / 1_000)


def test_strata_that_were_coded_whole_leave_no_doubt() -> None:
    tallies: dict[Stratum, Tally] = {"long": Tally(30, 27, 3), "near": Tally(10, 1, 9)}
    found, recalled = precision(tallies), recall(tallies)
    assert (found.low, found.value, found.high) == pytest.approx((0.9, 0.9, 0.9))
    assert recalled
    assert (recalled.low, recalled.high) == pytest.approx((27 / 28, 27 / 28))


def test_one_stratum_has_the_interval_of_jeffreys() -> None:
    # L. Brown, T. Cai, A. DasGupta (2001): the quantiles of Beta(9 + ½, 1 + ½) for 9 of 10
    found = precision({"long": Tally(10**9, 9, 1)})
    assert (found.low, found.high) == (pytest.approx(0.6188, abs=0.01), pytest.approx(0.9890, abs=0.005))


def test_a_recall_of_all_is_never_ruled_out_where_nothing_was_missed() -> None:
    found = recall({"long": Tally(1_000, 40, 0), "near": Tally(3_000, 0, 60)})
    assert found
    assert (found.value, found.high) == (1.0, 1.0)
    assert 0.7 < found.low < 0.97


def test_what_nobody_can_say_makes_a_range() -> None:
    found = precision({"long": Tally(100, 8, 0, unsure=2)})
    assert (found.value, found.worst, found.best) == (1.0, pytest.approx(0.8), 1.0)
    recalled = recall({"long": Tally(100, 8, 0, unsure=2), "near": Tally(100, 0, 9, unsure=1)})
    assert recalled
    assert recalled.worst == pytest.approx(80 / 90)
    assert recalled.best == 1.0


def test_without_a_yes_there_is_no_recall() -> None:
    assert recall({"long": Tally(10, 0, 10), "near": Tally(10, 0, 10)}) is None


@given(SHARES, SHARES, SHARES)
def test_bounds_hold_the_estimate(
    long: tuple[int, int, int], short: tuple[int, int, int], near: tuple[int, int, int]
) -> None:
    tallies: dict[Stratum, Tally] = {"long": tally(long), "short": tally(short), "near": tally(near)}
    for found in (precision(tallies), recall(tallies)):
        assert found
        assert 0 <= found.low <= found.value <= found.high <= 1
        assert found.worst <= found.value + 1e-12
        assert found.best >= found.value - 1e-12


def test_the_intervals_cover_what_they_should() -> None:
    """Of samples drawn again and again from known strata, about 95 of 100 intervals hold what is so."""
    random = np.random.default_rng(7)
    sizes: dict[Stratum, int] = {"long": 5_000, "short": 2_000, "near": 9_000}
    shares = {"long": 0.98, "short": 0.8, "near": 0.03}
    drawn = {"long": 40, "short": 50, "near": 70}
    hits = sizes["long"] * shares["long"] + sizes["short"] * shares["short"]
    sought = hits / (sizes["long"] + sizes["short"]), hits / (hits + sizes["near"] * shares["near"])
    held = np.zeros(2)
    for _ in range(300):
        tallies: dict[Stratum, Tally] = {}
        for name, pairs in sizes.items():
            yes = int(random.binomial(drawn[name], shares[name]))
            tallies[name] = Tally(pairs, yes, drawn[name] - yes)
        for place, found in enumerate((precision(tallies), recall(tallies))):
            assert found
            held[place] += found.low <= sought[place] <= found.high
    assert (held / 300 > 0.91).all(), held / 300


@given(st.integers(0, 400), st.lists(st.integers(0, 300), min_size=5, max_size=5))
def test_as_many_rows_are_allotted_as_there_are(rows: int, there: list[int]) -> None:
    sizes = dict(zip(STRATA, there, strict=True))
    given_ = allotted(rows, sizes)
    assert sum(given_.values()) == min(rows, sum(there))
    assert all(0 <= given_[name] <= sizes[name] for name in STRATA)


def test_hard_cases_get_the_most_rows() -> None:
    plenty: dict[Stratum, int] = dict.fromkeys(STRATA, 10_000)
    assert allotted(200, plenty) == {"long": 40, "short": 50, "family": 20, "near": 70, "other": 20}
