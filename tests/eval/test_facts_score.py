"""The scores of readers of facts."""

from collections.abc import Iterator

import pytest

from eval.cases.facts.forms import Excerpt
from eval.cases.facts.load import parse
from eval.readers.dates import ROW as DATES
from eval.readers.reading import Reading
from eval.readers.row import Answer, Row
from eval.readers.score import counted, faults, shares
from sourcier.core.span import Span

MARKED = (
    "Parti ⟦lundi|date|value=2024-09-02; precision=day; anchor=publication⟧, "
    "revenu ⟦mardi|date|value=null; precision=day; anchor=text⟧."
)


def _nothing(_reading: Reading) -> Iterator[Answer]:
    return iter(())


ROW = Row("dates", "date", ("value", "value+anchor"), _nothing)


def _excerpt() -> Excerpt:
    text, marks = parse("test", MARKED)
    return Excerpt("test", "NE", None, "test", text, marks, ())


def _answer(excerpt: Excerpt, words: str, **keys: str) -> Answer:
    start = excerpt.text.index(words)
    return Answer(Span(start, start + len(words)), keys)


def test_spans_and_keys_are_counted() -> None:
    excerpt = _excerpt()
    answers = [
        _answer(excerpt, "lundi", value="2024-09-02", anchor="text"),
        _answer(excerpt, "revenu mardi", value="null"),
        _answer(excerpt, "Parti"),
    ]
    counts = counted(ROW, excerpt, answers)
    assert (counts["marks"], counts["answers"], counts["exact"], counts["overlapping"]) == (2, 3, 1, 2)
    assert {name: share.value for name, share in shares(ROW, [counts]).items()} == {
        "span F": 2 / 5,
        "overlap F": 4 / 5,
        "value": 1,
        "value+anchor": 0,
    }
    assert sorted(fault.what for fault in faults(ROW, excerpt, answers)) == ["edges", "value+anchor", "wrong"]


def test_one_answer_stands_beside_one_mark() -> None:
    excerpt = _excerpt()
    both = [_answer(excerpt, "lundi, revenu mardi")]
    assert sorted(fault.what for fault in faults(ROW, excerpt, both)) == ["edges", "missed"]
    halves = [_answer(excerpt, "lun"), _answer(excerpt, "di")]
    assert sorted(fault.what for fault in faults(ROW, excerpt, halves)) == ["edges", "missed", "wrong"]
    assert counted(ROW, excerpt, halves)["overlapping"] == 1


def test_a_key_counts_where_it_is_asked() -> None:
    excerpt = _excerpt()
    known = Row("dates", "date", ("value",), _nothing, asked={"value": lambda mark: mark.keys["value"] != "null"})
    answers = [_answer(excerpt, "lundi", value="2024-09-02"), _answer(excerpt, "mardi", value="2024-09-03")]
    assert shares(known, [counted(known, excerpt, answers)])["value"].value == 1
    assert shares(ROW, [counted(ROW, excerpt, answers)])["value"].value == 0.5


def test_an_error_of_keys_asked_together_is_told_by_its_own_key() -> None:
    excerpt = _excerpt()
    both = Row("dates", "date", ("value+anchor", "value", "anchor"), _nothing)
    answers = [_answer(excerpt, "lundi", value="2024-09-02", anchor="text"), _answer(excerpt, "mardi")]
    assert sorted(fault.what for fault in faults(both, excerpt, answers)) == ["anchor", "anchor", "value"]
    assert counted(both, excerpt, answers)["right value+anchor"] == 0


def test_an_interval_holds_the_value_and_is_wide_where_excerpts_differ() -> None:
    excerpt = _excerpt()
    right = counted(ROW, excerpt, [_answer(excerpt, "lundi"), _answer(excerpt, "mardi")])
    wrong = counted(ROW, excerpt, [])
    found = shares(ROW, [right, right, right, wrong])["span F"]
    assert (found.value, found.high) == (pytest.approx(6 / 7), 1)
    assert found.low < 0.7


def test_the_interval_of_what_is_all_right_is_no_point() -> None:
    excerpt = _excerpt()
    right = counted(ROW, excerpt, [_answer(excerpt, "lundi"), _answer(excerpt, "mardi")])
    found = shares(ROW, [right] * 10)
    assert found["span F"].low == pytest.approx(0.025 ** (1 / 20))  # of twenty marks
    assert (found["value"].value, found["value"].low) == (0, 0)
    assert found["value"].high == pytest.approx(1 - 0.025 ** (1 / 20))


@pytest.mark.parametrize(
    ("marked", "found", "same"),
    [
        ("2024-06-16~", "2024-06-17~", True),
        ("../2024-06-16~", "../2024-06-15~", True),
        ("2024-06-16~", "2024-06-18~", False),
        ("2024-06-16", "2024-06-17", False),
        ("2024-06-16", "2024-06-16~", False),
        ("1941~", "1942~", False),
    ],
)
def test_a_lunar_day_may_be_a_day_off(marked: str, found: str, same: bool) -> None:
    assert DATES.same["value"](marked, found) is same
