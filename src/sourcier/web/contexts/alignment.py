"""Two texts cut into rows, so that what they share stands side by side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sourcier.core.edit import Edit
from sourcier.core.passage import Passage
from sourcier.core.span import Span

_CLOSING = "[\"'»”’)\\]]*"
_END = re.compile(rf"[.!?…؟]{_CLOSING}\s+|[。！？]{_CLOSING}|\n")
"""Where a row may end: after a sentence or a line."""


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of each text, None for none; the pieces of all rows together are the two texts, but for white space."""

    source: Span | None
    derived: Span | None


def rows(source: str, derived: str, passages: Sequence[Passage]) -> list[Row]:
    """Return the rows in the order of both texts; passages stand in the order of the derived text and apart there.

    A shared passage has its two sides in one row, cut at its paragraphs. What one text alone has stands beside nothing.
    A passage that stands in another order in the source is left where it stands in either text.
    """
    cuts = list(_cuts(source, derived, in_order(passages)))
    found: list[Row] = []
    at, here = 0, 0
    for there_cut, here_cut, shared in [*cuts, (len(source), len(derived), False)]:
        pieces = _trimmed(source, at, there_cut), _trimmed(derived, here, here_cut)
        if shared:
            found.append(Row(*pieces))
        else:
            found += [Row(pieces[0], None), Row(None, pieces[1])]
        at, here = there_cut, here_cut
    return [row for row in found if row.source or row.derived]


def in_order(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages that stand in the same order in both texts, of as many words as can be found together."""
    best: list[tuple[int, Passage, int | None]] = []  # words so far, the passage, the one before it
    for each in passages:
        start = each.source_span.start
        fits = (
            (words, index)
            for index, (words, before, _) in enumerate(best)
            if before.source_span.end <= start and before.derived_span.end <= each.derived_span.start
        )
        words, index = max(fits, default=(0, None), key=lambda fit: fit[0])
        best.append((words + max(each.equal, 1), each, index))
    at = max(range(len(best)), key=lambda index: best[index][0], default=None)
    chain = []
    while at is not None:
        _, each, at = best[at]
        chain.append(each)
    return chain[::-1]


def _cuts(source: str, derived: str, anchors: Sequence[Passage]) -> Iterator[tuple[int, int, bool]]:
    """Yield where rows end in both texts, and whether the row is shared; passages of one sentence share a row."""
    at, here, begun = 0, 0, False
    for number, each in enumerate(anchors):
        there, mine = each.source_span, each.derived_span
        opening = _before(source, at, there.start), _before(derived, here, mine.start)
        if not begun and opening != (at, here):
            yield *opening, False
        yield from _inside(source, derived, each)
        following = anchors[number + 1] if number + 1 < len(anchors) else None
        ends = (following.source_span.start, following.derived_span.start) if following else (len(source), len(derived))
        closing = _after(source, there.end, ends[0]), _after(derived, mine.end, ends[1])
        begun = following is not None and None in closing
        if not begun:
            at, here = (end if cut is None else cut for cut, end in zip(closing, ends, strict=True))
            yield at, here, True


def _inside(source: str, derived: str, passage: Passage) -> Iterator[tuple[int, int, bool]]:
    """Yield where both sides of a passage begin a new line at the same place of what they share."""
    end = passage.source_span.end
    places = list(_equal(passage))
    for there, here, length in places:
        for shift in range(length):
            last = there + shift + 1 == end
            if source[there + shift] == "\n" == derived[here + shift] and not last:
                yield there + shift + 1, here + shift + 1, True


def _equal(passage: Passage) -> Iterator[tuple[int, int, int]]:
    """Yield the pieces between the edits, which are the same in both: their two starts, and the length."""
    there, here = passage.source_span.start, passage.derived_span.start
    for edit in sorted(passage.edits, key=_place):
        yield there, here, min(edit.source.start - there, edit.derived.start - here)
        there, here = edit.source.end, edit.derived.end
    yield there, here, min(passage.source_span.end - there, passage.derived_span.end - here)


def _place(edit: Edit) -> tuple[int, int]:
    return edit.derived.start, edit.source.start


def _before(text: str, least: int, start: int) -> int:
    """Return where the sentence begins that holds `start`, never before `least`."""
    ends = [match.end() for match in _END.finditer(text, least, start)]
    return ends[-1] if ends else least


def _after(text: str, end: int, most: int) -> int | None:
    """Return where the sentence ends that holds the last of a passage, None where none does before `most`."""
    match = _END.search(text, max(end - 2, 0), most)
    return max(match.end(), end) if match else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the piece without the white space around it, None where nothing is left."""
    piece = text[start:end]
    if not piece.strip():
        return None
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
