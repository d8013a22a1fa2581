"""Quotations, and the days on which the text says that they were spoken."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from sourcier.core.span import Span

_SENTENCE = re.compile(r"[.!?\n]")
_LONGEST = 2_000  # code points; what is not closed by then is no quotation


class Quotations:
    """Where a text quotes."""

    def __init__(self, text: str, signs: tuple[str, str]) -> None:
        self._text = text
        self._spans = _quoted(text, *signs)
        self._starts = [span.start for span in self._spans]

    def around(self, at: int) -> Span | None:
        """Return the quotation that a place of the text stands in, None where it stands in none."""
        number = bisect_right(self._starts, at) - 1
        span = self._spans[number] if number >= 0 else None
        return span if span and at < span.end else None

    def told_in(self, quotation: Span) -> tuple[Span, Span]:
        """Return the stretches that can say when it was spoken: its sentence after it, and the one before it."""
        after = _SENTENCE.search(self._text, quotation.end)
        end = after.start() if after else len(self._text)
        inner = self._text[quotation.start : quotation.end].rstrip(' »”"\u00a0\u202f')
        if inner.endswith((".", "!", "?")) and self._text[quotation.end : quotation.end + 1] != ",":
            end = quotation.end  # it ends its sentence itself
        before = max(
            (match.end() for match in _SENTENCE.finditer(self._text, max(0, quotation.start - 300), quotation.start)),
            default=max(0, quotation.start - 300),
        )
        lead = self._text[before : quotation.start].rstrip()
        return Span(quotation.end, end), Span(before if lead.endswith((":", ",")) else quotation.start, quotation.start)


def _quoted(text: str, opening: str, closing: str) -> Sequence[Span]:
    found: list[Span] = []
    start = -1
    for match in re.finditer(f'[{opening}{closing}"]', text):
        sign = match[0]
        opens = sign in opening or (sign == '"' and start < 0)
        if opens:
            start = match.start()
        elif start >= 0:
            if match.end() - start <= _LONGEST:
                found.append(Span(start, match.end()))
            start = -1
    return found
