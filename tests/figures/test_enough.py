"""How many coded rows a figure takes, and why it cannot be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.cli.screen import agreement
from sourcier.figures.coded import read
from sourcier.figures.drawn import Population, Sample
from sourcier.figures.enough import Lack, lack_of_precision, lack_of_recall, rows_needed
from sourcier.figures.estimates import Tally
from sourcier.figures.report import report
from sourcier.figures.strata import STRATA, Stratum, allotted
from sourcier.lang.interface import phrases
from tests import factory
from tests.figures.samples import coded, rows, sample, written

NONE = Tally(0, 0, 0)


@pytest.mark.parametrize(
    ("long", "short", "lack"),
    [
        (NONE, NONE, Lack("none_found")),
        (Tally(900, 0, 0, unsure=9), NONE, Lack("uncoded", 0, 20)),
        (Tally(900, 10, 5), Tally(900, 4, 0), Lack("few", 19, 20)),
        (Tally(900, 20, 0), Tally(900, 4, 0), Lack("few_of_kind", 4, 5, "short")),
        (Tally(900, 20, 0), Tally(3, 1, 0), Lack("few_of_kind", 1, 2, "short")),
        (Tally(900, 20, 0), Tally(900, 4, 1), None),
        (Tally(3, 2, 0), NONE, None),
    ],
)
def test_what_precision_lacks(long: Tally, short: Tally, lack: Lack | None) -> None:
    assert lack_of_precision({"long": long, "short": short}) == lack


@pytest.mark.parametrize(
    ("long", "near", "lack"),
    [
        (NONE, Tally(900, 20, 20), Lack("no_precision")),
        (Tally(900, 30, 0), Tally(900, 0, 19), Lack("few", 19, 20)),
        (Tally(900, 30, 0), NONE, None),
        (Tally(900, 0, 30), Tally(900, 0, 30), Lack("no_yes")),
        (Tally(900, 0, 30), Tally(900, 1, 30), None),
    ],
)
def test_what_recall_lacks(long: Tally, near: Tally, lack: Lack | None) -> None:
    assert lack_of_recall({"long": long, "near": near}) == lack


def drawn(counts: dict[Stratum, int], pairs: dict[Stratum, int]) -> Sample:
    made = tuple(row for row, _, _ in rows(counts))
    return Sample("BCDF", 1, 500, factory.producer(), {name: Population(pairs[name]) for name in pairs}, made)


def test_forty_rows_of_a_large_ledger_tell_neither_figure_and_56_do() -> None:
    pairs: dict[Stratum, int] = dict.fromkeys(STRATA, 5_000)
    assert rows_needed(drawn(allotted(40, pairs), pairs)) == 56
    assert rows_needed(drawn(allotted(55, pairs), pairs)) == 56
    assert rows_needed(drawn(allotted(56, pairs), pairs)) is None


def test_where_nothing_was_found_no_rows_help() -> None:
    pairs: dict[Stratum, int] = {"long": 0, "short": 0, "family": 0, "near": 4, "other": 9}
    assert rows_needed(drawn({"near": 2, "other": 2}, pairs)) is None


@given(st.integers(2, 60), st.lists(st.integers(0, 60), min_size=5, max_size=5))
def test_what_is_said_to_be_needed_is_enough_and_one_less_is_not(count: int, there: list[int]) -> None:
    pairs = dict(zip(STRATA, there, strict=True))
    first = min(count, sum(there))
    needed = rows_needed(drawn(allotted(first, pairs), pairs))
    if needed is not None:
        assert first < needed <= sum(there)
        assert rows_needed(drawn(allotted(needed, pairs), pairs)) is None


SAID = {
    "": ("none of the pairs found is coded yes or no; it takes 20", "cannot be told without the precision"),
    "L": ("Coded yes or no of “found, shorter passages”: 0; it takes 5", "cannot be told without the precision"),
    "LS": (None, "Near pairs coded yes or no: 0; it takes 20"),
}


@pytest.mark.parametrize("answered", SAID)
def test_the_sentence_names_what_is_lacking(answered: str) -> None:
    made, shown = sample({"long": 20, "short": 20, "near": 20})
    sheet = coded(written(made, shown), lambda code: ("yes", "", "") if code[0] in answered else ("", "", ""))
    told = report(made, [read(sheet, "anna", "anna.csv", made)])
    lines = [str(each) for each in agreement.screen(told, phrases("en"))]
    for words in SAID[answered]:
        assert words is None or any(words in line for line in lines)
    assert any("pairs found share words" in line for line in lines) == (answered == "LS")
