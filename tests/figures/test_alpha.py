"""Krippendorff's alpha beside the examples of his own paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.figures.alpha import agreement

# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A, B and C; a star is a missing answer.
BINARY = ("0100000000", "1110010010")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
MISSING = ("123321412***", "1233224125*3", "*3332342251*", "12332441251*")


def rows(*coders: str) -> list[list[str]]:
    return [[answer for answer in answers if answer != "*"] for answers in zip(*coders, strict=True)]


def test_two_coders_of_two_values() -> None:
    found = agreement(rows(*BINARY))
    assert found.alpha == pytest.approx(0.095, abs=5e-4)
    assert found.equal == pytest.approx(0.6)


def test_two_coders_of_five_values() -> None:
    assert agreement(rows(*NOMINAL)).alpha == pytest.approx(0.692, abs=5e-4)


def test_four_coders_with_missing_answers() -> None:
    found = agreement(rows(*MISSING))
    assert found.alpha == pytest.approx(0.743, abs=5e-4)
    assert found.rows == 11  # the last row has one answer, which nothing can agree with


def test_the_bounds_hold_alpha_and_come_closer_with_more_rows() -> None:
    few, many = agreement(rows(*MISSING)), agreement(rows(*MISSING) * 20)
    for found in (few, many):
        assert found.low is not None
        assert found.high is not None
        assert found.alpha is not None
        assert found.low <= found.alpha <= found.high
    assert (many.high or 0) - (many.low or 0) < ((few.high or 0) - (few.low or 0)) / 2


def test_where_all_say_the_same_chance_would_agree_as_well() -> None:
    found = agreement([["yes", "yes"]] * 5)
    assert (found.rows, found.equal, found.alpha, found.low) == (5, 1.0, None, None)


def test_one_coder_agrees_with_nobody() -> None:
    assert agreement([["yes"], ["no"], []]).rows == 0


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=12))
def test_neither_the_order_of_rows_nor_that_of_coders_counts(answers: list[list[str]]) -> None:
    one, other = agreement(answers), agreement([row[::-1] for row in answers[::-1]])
    assert (one.rows, one.equal) == (other.rows, pytest.approx(other.equal))
    assert one.alpha == (None if other.alpha is None else pytest.approx(other.alpha))


@given(st.lists(st.sampled_from("abc"), min_size=2, max_size=12).filter(lambda values: len(set(values)) > 1))
def test_coders_who_always_agree_have_an_alpha_of_one(values: list[str]) -> None:
    assert agreement([[value, value] for value in values]).alpha == pytest.approx(1.0)
