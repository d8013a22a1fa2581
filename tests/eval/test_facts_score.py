"""The scores of readers of facts."""

from collections.abc import Iterator

import pytest

from eval.cases.facts.forms import Excerpt
from eval.cases.facts.load import parse
from eval.readers.dates import ROW as DATES
from eval.readers.row import Answer, Row
from eval.readers.score import counted, faults, shares
from sourcier.core.span import Span
from sourcier.text.analysis import Analysis

MARKED = (
    "Parti ⟦lundi|date|value=2024-09-02; precision=day; anchor=publication⟧, "
    "revenu ⟦mardi|date|value=null; precision=day; anchor=text⟧."
)


def _nothing(_excerpt: Excerpt, _analysis: Analysis) -> Iterator[Answer]:
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
    ]
    counts = counted(ROW, excerpt, answers)
    assert counts == {"marks": 2, "answers": 2, "exact": 1, "value": 1, "value+anchor": 0}
    assert {name: share.value for name, share in shares(ROW, [counts]).items()} == {
        "span F": 0.5,
        "value": 1,
        "value+anchor": 0,
    }
    assert sorted(fault.what for fault in faults(ROW, excerpt, answers)) == ["missed", "value+anchor", "wrong"]


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
