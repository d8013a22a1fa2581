"""Passages cut at paragraphs: a credit speaks for one paragraph, and so does a passage on the page."""

import re
from collections.abc import Iterator, Sequence

from sourcier.core.edit import Edit
from sourcier.core.passage import Passage
from sourcier.core.span import Span

_LINES = re.compile(r"\s*[\n\r\x85\u2028\u2029]\s*")
_PROBE, _LEAST, _DRIFT = 40, 6, 60  # code points: looked for, at least, and how far off


def parts(passage: Passage, text: str, paragraphs: Sequence[Span] = ()) -> Iterator[tuple[Span, tuple[Edit, ...]]]:
    """Yield the paragraphs of a passage in the derived `text`, each with its edits.

    They are those of `paragraphs` where the passage meets some, which lineage cut for its credit, else its lines.
    """
    whole = passage.derived_span
    met = [span for span in paragraphs if span.overlaps(whole)]
    spans = [Span(max(span.start, whole.start), min(span.end, whole.end)) for span in met] or list(_lines(whole, text))
    ends = [*(span.start for span in spans[1:]), len(text) + 1]
    rest = list(passage.edits)
    for span, end in zip(spans, ends, strict=True):
        own = tuple(edit for edit in rest if edit.derived.start < end)
        rest = rest[len(own) :]
        yield span, own


def in_source(passage: Passage, part: Span, text: str, source: str) -> Span | None:
    """Return where a part of the derived `text` stands in the source; None where that cannot be told."""
    start = _place(passage, part.start, text, source)
    end = passage.source_span.end
    if part.end < passage.derived_span.end:
        gap = re.compile(r"\s*").match(text, part.end)
        found = _place(passage, gap.end() if gap else part.end, text, source)
        if found is None:
            return None
        end = found
    if start is None or start >= end:
        return None
    return Span(start, start + len(source[start:end].rstrip()))


def _lines(whole: Span, text: str) -> Iterator[Span]:
    start = whole.start
    for gap in _LINES.finditer(text, whole.start, whole.end):
        if gap.start() > start:
            yield Span(start, gap.start())
        start = gap.end()
    if start < whole.end:
        yield Span(start, whole.end)


def _place(passage: Passage, at: int, text: str, source: str) -> int | None:
    """Return the place in the source of a place in the derived text: between differences, words are equal."""
    if at == passage.derived_span.start:
        return passage.source_span.start
    before = [edit for edit in passage.edits if edit.derived.end <= at and edit.derived.start < at]
    after = [edit for edit in passage.edits if edit.derived.start >= at]
    if len(before) + len(after) < len(passage.edits):
        return None  # inside a difference
    if after and after[0].derived.start == at:
        return after[0].source.start
    here, there = passage.derived_span.start, passage.source_span.start
    if before:
        here, there = before[-1].derived.end, before[-1].source.end
    guess = there + at - here
    last = min(at + _PROBE, after[0].derived.start if after else passage.derived_span.end)
    probe = text[at:last].split("\n", maxsplit=1)[0].rstrip()
    if len(probe) < _LEAST:
        return None
    near = max(0, guess - _DRIFT)
    found = [near + match.start() for match in re.finditer(re.escape(probe), source[near : guess + _DRIFT + _PROBE])]
    return min(found, key=lambda place: abs(place - guess), default=None)
