"""Marks that overlap: every text over a place keeps its sign there."""

from sourcier.core.span import Span
from sourcier.export.stretches import covered


def test_overlapping_marks_keep_all_their_signs() -> None:
    pieces = covered([("A", Span(0, 10)), ("B", Span(4, 12)), ("C", Span(20, 21)), ("D", Span(3, 3))])
    assert pieces == [
        (Span(0, 4), frozenset("A")),
        (Span(4, 10), frozenset("AB")),
        (Span(10, 12), frozenset("B")),
        (Span(20, 21), frozenset("C")),
    ]
