from hypothesis import given
from hypothesis import strategies as st

from bench.spans import common, length, overlap, union

spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair))))


def places(bounds: list[tuple[int, int]]) -> set[int]:
    return {place for start, end in bounds for place in range(start, end)}


@given(spans, spans)
def test_lengths_are_those_of_sets_of_places(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> None:
    assert length(union(left)) == len(places(left))
    assert common(union(left), union(right)) == len(places(left) & places(right))


def test_spans_that_touch_do_not_overlap() -> None:
    assert not overlap((0, 5), (5, 9))
    assert overlap((0, 6), (5, 9))
