"""A text cut at the borders of what is marked in it."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sourcier.core import passage as core
from sourcier.core.edit import Edit, EditKind
from sourcier.core.passage import Passage
from sourcier.core.span import Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text with at most one passage and one edit over it, by their indices; None where there is none.

    An edit that has no characters on this side stands as an empty piece at its position.
    """

    span: Span
    passage: int | None
    edit: int | None


def stretches(whole: Span, passages: Sequence[Span], edits: Sequence[Span]) -> Iterator[Stretch]:
    """Yield the pieces of `whole` in order; passages must not overlap one another, nor edits."""
    over_passage, over_edit = _Cover(passages), _Cover(edits)
    empty: dict[int, list[int]] = {}
    for index, span in enumerate(edits):
        if not len(span):
            empty.setdefault(span.start, []).append(index)
    borders = {whole.start, whole.end, *empty}
    borders.update(at for mark in (*passages, *edits) for at in (mark.start, mark.end))
    ordered = sorted(at for at in borders if whole.start <= at <= whole.end)
    for start, end in zip(ordered, [*ordered[1:], ordered[-1]], strict=True):
        for index in empty.get(start, ()):
            yield Stretch(Span(start, start), over_passage.touching(start), index)
        if start < end:
            piece = Span(start, end)
            yield Stretch(piece, over_passage.of(piece), over_edit.of(piece))


def in_derived(passage: Passage) -> Span:
    """Return where a passage stands in the derived text."""
    return passage.derived_span


def in_source(passage: Passage) -> Span:
    """Return where a passage stands in the source."""
    return passage.source_span


def disjoint(passages: Iterable[Passage], side: Callable[[Passage], Span] = in_derived) -> list[Passage]:
    """Return passages in order of position on one side, without those that overlap a better or longer one there."""
    kept: list[tuple[Span, int]] = []
    ranked = sorted(passages, key=lambda each: (not each.best, -len(side(each)), side(each), each.source))
    for index, each in enumerate(ranked):
        span = side(each)
        at = bisect_left(kept, (span, -1))
        if any(near.overlaps(span) for near, _ in kept[max(0, at - 1) : at + 1]):
            continue
        insort(kept, (span, index))
    return [ranked[index] for _, index in kept]


def turned(passage: Passage) -> Passage:
    """Return a passage as seen from its source; edits hold in both directions only where none is known."""
    edits = tuple(map(turned_edit, passage.edits)) if passage.direction == "unknown" else ()
    return replace(core.turned(passage), best=False, edits=edits)


def turned_edit(edit: Edit) -> Edit:
    """Return an edit as seen from the source."""
    kinds: dict[EditKind, EditKind] = {"insert": "delete", "delete": "insert", "substitute": "substitute"}
    return replace(edit, kind=kinds[edit.kind], derived=edit.source, source=edit.derived)


def derived_sides(edits: Iterable[Edit]) -> list[Span]:
    """Return where the edits stand in the derived text."""
    return [edit.derived for edit in edits]


def source_sides(edits: Iterable[Edit]) -> list[Span]:
    """Return where the edits stand in the source."""
    return [edit.source for edit in edits]


def covered(marks: Iterable[tuple[str, Span]]) -> list[tuple[Span, frozenset[str]]]:
    """Return disjoint pieces, in order, with the signs of all marks over each; only pieces under a mark."""
    given = [(sign, span) for sign, span in marks if len(span)]
    borders = sorted({at for _, span in given for at in (span.start, span.end)})
    pieces = []
    for start, end in pairwise(borders):
        signs = frozenset(sign for sign, span in given if span.start <= start and end <= span.end)
        if signs:
            pieces.append((Span(start, end), signs))
    return pieces


class _Cover:
    """Which of some disjoint spans lies over a place."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._ordered = sorted((span, index) for index, span in enumerate(spans) if len(span))
        self._starts = [span.start for span, _ in self._ordered]

    def of(self, piece: Span) -> int | None:
        at = bisect_right(self._starts, piece.start) - 1
        if at < 0:
            return None
        span, index = self._ordered[at]
        return index if piece.end <= span.end else None

    def touching(self, place: int) -> int | None:
        at = bisect_right(self._starts, place) - 1
        near = (self._ordered[n] for n in (at, at - 1) if n >= 0)
        return next((index for span, index in near if span.start <= place <= span.end), None)
