"""Passages taken from earlier texts: « la semaine dernière » in one is the week before that text came out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sourcier.core.edit import Category, Edit
from sourcier.core.moment import Moment
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.reading.dates.parser import Expression
from sourcier.reading.dates.publication import Publication, point

_KINDS = frozenset({"reuse", "quotation"})
# An edit of one of these changes the expression beside it too: « mardi » of « mardi dernier ».
_REACHING: frozenset[Category] = frozenset({"date", "number", "wording"})
_REACH = 2  # code points: a space, and the first sign of the word
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Taken:
    """A stretch that a text took from the earlier text `source`, which came out at `published`, None where unknown.

    `changed` are the places in and beside which the text has other words than its source.
    """

    span: Span
    source: str
    published: Moment | None
    changed: tuple[Span, ...] = ()


def taken(derived: str, passages: Iterable[Passage], published: Mapping[str, Moment | None]) -> tuple[Taken, ...]:
    """Return what the text with the id `derived` is known to have taken from earlier ones, given when they came out.

    A passage whose direction is unknown is none; neither is one that was reworded nobody knows where.
    """
    return tuple(
        Taken(each.derived_span, each.source, published.get(each.source), tuple(_changed(each.edits)))
        for each in passages
        if each.derived == derived
        and each.direction == "source_first"
        and each.kind in _KINDS
        and (each.best or each.similarity == 1)
    )


def lent(expressions: Sequence[Expression], found: Iterable[Taken], own: Moment | None) -> dict[int, Publication]:
    """Return by its beginning on which publication each expression leans that stands unchanged in a passage.

    Of several sources it is the earliest, for which the words were written. One of the article's own day changes
    nothing, and is left out; so is one that came out later, and is a later state of what was taken.
    """
    row = _Places(expressions)
    first: dict[int, Taken] = {}
    for passage in found:
        if own and passage.published and own.before(passage.published):
            continue
        changed = {at for span in passage.changed for at in row.touching(span)}
        for at in row.inside(passage.span):
            known = first.get(at)
            if at not in changed and (known is None or _age(passage) < _age(known)):
                first[at] = passage
    return {
        expressions[at].start: Publication(point(passage.published), passage.source)
        for at, passage in first.items()
        if not _same_day(passage.published, own)
    }


class _Places:
    """Where expressions stand that do not overlap, by their number."""

    def __init__(self, expressions: Sequence[Expression]) -> None:
        self._starts = [each.start for each in expressions]
        self._ends = [each.end for each in expressions]

    def inside(self, span: Span) -> range:
        """Return those that stand wholly in a stretch."""
        return range(bisect_left(self._starts, span.start), bisect_right(self._ends, span.end))

    def touching(self, span: Span) -> range:
        """Return those that share a character with a stretch, or have it inside where it is empty."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))


def _changed(edits: Iterable[Edit]) -> Iterable[Span]:
    for edit in edits:
        reach = _REACH if edit.category in _REACHING and edit.unit == "words" else 0
        if edit.category != "typography":
            yield Span(max(0, edit.derived.start - reach), edit.derived.end + reach)


def _age(passage: Taken) -> tuple[datetime, str]:
    """The earliest publication first, the unknown last."""
    return (passage.published.earliest if passage.published else _NEVER), passage.source


def _same_day(one: Moment | None, other: Moment | None) -> bool:
    return bool(one and other and one.value[:10] == other.value[:10])
