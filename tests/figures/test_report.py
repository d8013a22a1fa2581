"""What coded sheets say together."""

import pytest

from sourcier.figures.coded import Coded, read
from sourcier.figures.drawn import Sample
from sourcier.figures.judged import UNRESOLVED, judged
from sourcier.figures.report import report
from sourcier.figures.rows import agreed
from tests.figures.samples import coded, sample, written

COUNTS = {"long": 20, "short": 20, "family": 5, "near": 30, "other": 5}
MADE, SHOWN = sample(COUNTS)  # type: ignore[arg-type]
SHEET = written(MADE, SHOWN)


def as_found(code: str) -> tuple[str, str, str]:
    return ("yes", "B", "yes") if code[0] in "LS" else ("no", "", "")


def by(coder: str, answer: object, made: Sample = MADE, data: bytes = SHEET) -> Coded:
    return read(coded(data, answer), coder, f"{coder}.csv", made)  # type: ignore[arg-type]


def test_coders_who_find_what_the_program_found() -> None:
    made = report(MADE, [by("anna", as_found), by("brice", as_found)])
    assert made.precision
    assert made.recall
    assert (made.precision.value, made.recall.value) == (1.0, 1.0)
    assert made.precision.low < 1 > made.recall.low
    assert (made.direction.told, made.direction.equal, made.credit.equal) == (40, 40, 40)
    shares = made.agreements["shares"]
    assert (shares.rows, shares.equal, shares.alpha) == (80, 1.0, pytest.approx(1.0))
    assert made.disagreements == ()


def test_pairs_that_only_a_family_ties_count_in_neither_figure() -> None:
    def family_too(code: str) -> tuple[str, str, str]:
        return as_found(code) if code[0] != "F" else ("yes", "third", "")

    made = report(MADE, [by("anna", family_too)])
    plain = report(MADE, [by("anna", as_found)])
    assert (made.precision, made.recall) == (plain.precision, plain.recall)
    assert next(each for each in made.strata if each.stratum == "family").tally.yes == 5


def test_a_miss_among_the_near_lowers_recall_alone() -> None:
    missed = next(row.row for row in MADE.rows if row.stratum == "near")
    made = report(MADE, [by("anna", lambda code: ("yes", "?", "") if code == missed else as_found(code))])
    assert made.precision
    assert made.recall
    assert made.precision.value == 1.0
    assert made.recall.value == pytest.approx(2_000 / (2_000 + 1_000 / 30))


def test_too_little_coded_gives_no_figure() -> None:
    made = report(MADE, [by("anna", lambda code: as_found(code) if code.endswith("B") else ("", "", ""))])
    assert (made.precision, made.recall) == (None, None)
    assert all(made.lacks)
    only_found = report(MADE, [by("anna", lambda code: as_found(code) if code[0] in "LS" else ("", "", ""))])
    assert only_found.precision
    assert only_found.recall is None
    one_kind = report(MADE, [by("anna", lambda code: as_found(code) if code[0] == "L" else ("", "", ""))])
    assert one_kind.precision is None


def test_a_small_sample_that_is_coded_whole_is_enough() -> None:
    small, shown = sample({"long": 4, "near": 3}, pairs=4)
    small = Sample(small.code, 1, 5, small.producer, {**small.populations}, small.rows)
    made = report(small, [by("anna", as_found, small, written(small, shown))])
    assert made.precision
    assert made.precision.low == 1.0


def test_unsure_rows_count_for_neither_and_make_a_range() -> None:
    doubted = MADE.rows[0].row
    made = report(MADE, [by("anna", lambda code: ("?", "", "") if code == doubted else as_found(code))])
    assert made.precision
    assert (made.precision.value, made.precision.best) == (1.0, 1.0)
    assert made.precision.worst == pytest.approx((19 / 20 + 1) / 2)


def test_coders_who_differ_are_listed_and_settled_by_more_than_half() -> None:
    doubted = MADE.rows[0].row

    def no(code: str) -> tuple[str, str, str]:
        return ("no", "", "") if code == doubted else as_found(code)

    two = report(MADE, [by("anna", as_found), by("brice", no)])
    (differing,) = two.disagreements
    assert (differing.row, dict(differing.answers)) == (doubted, {"anna": "yes", "brice": "no"})
    assert two.strata[0].tally.unsure == 1
    three = report(MADE, [by("anna", as_found), by("brice", no), by("carla", as_found)])
    assert three.strata[0].tally.yes == 20
    assert (three.agreements["shares"].alpha or 1) < 1


def test_the_line_holds_what_found_it_and_every_figure() -> None:
    row = agreed(report(MADE, [by("anna", as_found)]))
    for words in (b'"producer":{"name":"sourcier"', b'"precision":{"value":1.0', b'"exact":true', b'"coders":["anna"]'):
        assert words in row


@pytest.mark.parametrize(
    ("answers", "together"),
    [
        ([], ""), ([""], ""), (["unsure"], "unsure"), (["yes", ""], "yes"), (["yes", "unsure"], "yes"),
        (["yes", "no"], UNRESOLVED), (["yes", "no", "yes"], "yes"), (["a", "b", "third"], UNRESOLVED),
    ],
)  # fmt: skip
def test_more_than_half_of_those_who_say_something_decide(answers: list[str], together: str) -> None:
    assert judged(answers) == together
