"""Passages take along the punctuation that closes or opens them on both sides alike."""

from sourcier.core.span import Span

_OPENING = frozenset("«“„‘‹([{\"'¿¡「『")
_CLOSING = frozenset("»”’›)]}\"'.!?…,;:%؟،。」』")
_SPACES = frozenset("\u00a0\u202f\u2009")
_MOST = 4  # characters


def with_punctuation(text: str, span: Span, other: str, other_span: Span) -> tuple[Span, Span]:
    """Return the two spans, grown over equal characters of closing punctuation after and opening punctuation before."""
    after = _after(text, span.end, other, other_span.end)
    before = _before(text, span.start, other, other_span.start)
    return Span(span.start - before, span.end + after), Span(other_span.start - before, other_span.end + after)


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
