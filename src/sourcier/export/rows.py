"""Passages and edits as JSON values: the lines of `trace --json`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sourcier.core.edit import Edit
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export.line import line

_DIGITS = 4


def passages(found: Iterable[Passage], texts: Mapping[str, str]) -> Iterator[bytes]:
    """Yield one line a passage; `texts` gives the stored text of every article by id."""
    return (line(passage(each, texts[each.derived], texts[each.source])) for each in found)


def passage(each: Passage, derived: str, source: str) -> dict[str, Any]:
    """Return one passage; `derived` and `source` are the two stored texts."""
    here, there = each.derived_span, each.source_span
    return {
        "kind": each.kind,
        "derived": each.derived,
        "source": each.source,
        "derived_span": {"start": here.start, "end": here.end},
        "source_span": {"start": there.start, "end": there.end},
        "similarity": round(each.similarity, _DIGITS),
        "score": round(each.score, _DIGITS),
        "best": each.best,
        "direction": each.direction,
        "edits": [edit(change, derived, source) for change in _heaviest_first(each.edits)],
    }


def _heaviest_first(edits: tuple[Edit, ...]) -> Sequence[Edit]:
    """Return edits by weight, ties by position, in which order they come."""
    return sorted(edits, key=lambda change: -change.weight) if len(edits) > 1 else edits


def edit(change: Edit, derived: str, source: str) -> dict[str, Any]:
    """Return one edit; its spans are cut from the texts (or headlines) given."""
    here, there = change.derived, change.source
    return {
        "unit": change.unit,
        "kind": change.kind,
        "category": change.category,
        "weight": round(change.weight, _DIGITS),
        "derived": {"start": here.start, "end": here.end, "text": derived[here.start : here.end]},
        "source": {"start": there.start, "end": there.end, "text": source[there.start : there.end]},
    }


def span(stretch: Span, text: str) -> dict[str, Any]:
    """Return offsets with the characters they name."""
    return {"start": stretch.start, "end": stretch.end, "text": text[stretch.start : stretch.end]}


def share(value: float) -> float:
    """Return a share or score as it is printed: four decimals."""
    return round(value, _DIGITS)
