"""Passages take along the punctuation that closes or opens them on both sides alike."""

from sourcier.core.span import Span

_OPENING = frozenset("«“„‘‹([{\"'¿¡「『")
_CLOSING = frozenset("»”’›)]}\"'.!?…,;:%؟،。」』")
_SPACES = frozenset("\u00a0\u202f\u2009")
_MOST = 4  # characters


def with_punctuation(text: str, span: tuple[int, int], other: str, other_span: tuple[int, int]) -> tuple[Span, Span]:
    """Return the two spans, grown over equal characters of closing punctuation after and opening punctuation before."""
    (start, end), (other_start, other_end) = span, other_span
    after = _after(text, end, other, other_end)
    before = _before(text, start, other, other_start)
    return Span(start - before, end + after), Span(other_start - before, other_end + after)


def _after(text: str, end: int, other: str, other_end: int) -> int:
    grown = kept = 0
    while grown < _MOST and end + grown < len(text) and other_end + grown < len(other):
        character = text[end + grown]
        if character != other[other_end + grown] or (character not in _CLOSING and character not in _SPACES):
            break
        grown += 1
        if character in _CLOSING:
            kept = grown
    return kept


def _before(text: str, start: int, other: str, other_start: int) -> int:
    grown = kept = 0
    while grown < _MOST and start - grown > 0 and other_start - grown > 0:
        character = text[start - grown - 1]
        if character != other[other_start - grown - 1] or (character not in _OPENING and character not in _SPACES):
            break
        grown += 1
        if character in _OPENING:
            kept = grown
    return kept
