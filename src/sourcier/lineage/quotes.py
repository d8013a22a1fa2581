"""Where a text quotes: what stands between quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from sourcier.core.span import Span

_LONGEST = 2_000  # characters; a mark that is never closed does not quote the rest of the text
_PAIRS = (("«", "»"), ("“", "”"), ("„", "“"), ("‹", "›"), ("「", "」"), ("『", "』"))
# A straight mark opens before a letter and closes after one: else one that is missing turns all others inside out.
_STRAIGHT = rf'(?<![\w.,;:!?…»)\]])"(?=[^\s"])[^"\n]{{1,{_LONGEST}}}(?<=[^\s"])"(?!\w)'
_QUOTED = re.compile("|".join([*(f"{a}[^{a}{b}]{{1,{_LONGEST}}}{b}" for a, b in _PAIRS), _STRAIGHT]))


def quoted(text: str) -> list[Span]:
    """Return the quotations of a text with their marks, in order; nested ones are part of the outer."""
    return [Span(*match.span()) for match in _QUOTED.finditer(text)]


def may_quote(text: str, start: int, end: int) -> bool:
    """Tell, faster than by looking, whether three quarters of a stretch may lie inside quotations."""
    low = max(0, start - _LONGEST)
    for at in (start + (end - start) // 3, start + 2 * (end - start) // 3):  # one of the two would be inside
        if '"' in text[low:at] or any(text.rfind(a, low, at + 1) > text.rfind(b, low, at) for a, b in _PAIRS):
            return True
    return False


def share_quoted(span: Span, quotations: Sequence[Span]) -> float:
    """Return how much of `span` lies inside quotations (in order), 0..1."""
    inside = 0
    for number in range(max(0, bisect_right(quotations, span.start, key=_start) - 1), len(quotations)):
        quotation = quotations[number]
        if quotation.start >= span.end:
            break
        inside += max(0, min(span.end, quotation.end) - max(span.start, quotation.start))
    return inside / max(1, len(span))


def _start(span: Span) -> int:
    return span.start
