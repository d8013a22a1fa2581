"""Facts as bytes and back: nothing lost, and nothing taken for what it is not."""

import zlib
from dataclasses import dataclass
from typing import Literal

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.facts import Facts
from sourcier.core.span import Span
from sourcier.store.compact import Unreadable, packed, shape, unpacked
from tests import factory_facts

_spans = st.tuples(st.integers(0, 10**9), st.integers(0, 10**6)).map(lambda pair: Span(pair[0], sum(pair)))


def _floats() -> st.SearchStrategy[float]:
    return st.floats(allow_nan=False, allow_infinity=False)


st.register_type_strategy(Span, _spans)
st.register_type_strategy(float, _floats())
st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"])))


@given(st.builds(Facts))
def test_facts_come_back_as_they_were(facts: Facts) -> None:
    again = unpacked(Facts, packed(facts))
    assert again == facts
    assert packed(again) == packed(facts)


def test_facts_of_an_article_take_little_room() -> None:
    facts = factory_facts.facts()
    assert unpacked(Facts, packed(facts)) == facts
    assert len(packed(facts)) < 600


@dataclass(frozen=True)
class _Other:
    name: str
    state: Literal["a", "b"] = "a"
    far: float | None = None


def test_bytes_of_another_shape_are_refused() -> None:
    kept = packed(_Other("x"))
    with pytest.raises(Unreadable, match="another shape"):
        unpacked(Facts, kept)
    assert shape(_Other) != shape(Facts)


@pytest.mark.parametrize("wrong", [["x"], ["x", "c", None], [1, "a", None], ["x", "a", "far"], {"name": "x"}, None])
def test_values_that_cannot_be_are_refused(wrong: object) -> None:
    kept = packed(_Other("x"))[:8] + zlib.compress(orjson.dumps(wrong))
    with pytest.raises(Unreadable):
        unpacked(_Other, kept)


def test_damaged_bytes_are_refused() -> None:
    kept = packed(_Other("x" * 100))
    for damaged in (kept[:-4], kept[:8], b"", kept[:8] + b"\0" + kept[9:]):
        with pytest.raises(Unreadable):
            unpacked(_Other, damaged)


@pytest.mark.parametrize("value", [_Other("\ud800"), _Other("x", far=float("nan")), _Other("x", far=float("inf"))])
def test_what_bytes_cannot_hold_is_refused(value: _Other) -> None:
    with pytest.raises(ValueError, match="cannot be kept"):
        packed(value)
