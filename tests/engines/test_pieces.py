"""A text in pieces."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.span import Span
from sourcier.engines.pieces import pieces


def test_paragraphs_that_are_short_are_left_whole() -> None:
    text = "Un titre\n\nUne phrase. Une autre."
    assert [span.of(text) for span in pieces(text, 30)] == ["Un titre", "Une phrase. Une autre."]


def test_a_long_one_is_cut_after_a_sentence_else_at_white_space_else_anywhere() -> None:
    text = "Un. Deux trois quatre-vingt-dix"
    assert [span.of(text) for span in pieces(text, 10)] == ["Un. ", "Deux ", "trois ", "quatre-vin", "gt-dix"]


@given(st.text("ab. \n", max_size=60), st.integers(1, 9))
def test_nothing_but_white_space_is_left_out(text: str, most: int) -> None:
    found = list(pieces(text, most))
    assert all(0 < len(each) <= most for each in found)
    assert found == sorted(found)
    left = [*(Span(a.end, b.start) for a, b in pairwise(found))]
    assert all(not each.of(text).strip() for each in left)
    assert sum(not each.isspace() for span in found for each in span.of(text)) == sum(
        not each.isspace() for each in text
    )
