"""A stretch that two texts share."""

from dataclasses import dataclass, replace
from typing import Literal

from sourcier.core.edit import Edit
from sourcier.core.span import Span

PassageKind = Literal["reuse", "quotation", "boilerplate", "title"]
Direction = Literal["source_first", "derived_first", "unknown"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of `derived` that also stands in `source` (article ids); only kind reuse counts as shared.

    `similarity` is equal words over the words of the longer span, 0..1. `score` is how likely this source is the one
    that the stretch was taken from: 2 to the power of minus the equal words it lacks beside the best source, shared
    out so that the sources of one stretch sum to 1. `best` is true for one source of each stretch. `equal` counts
    the equal words. `edits` are filled in for best passages only.
    """

    kind: PassageKind
    derived: str
    source: str
    derived_span: Span
    source_span: Span
    similarity: float
    score: float
    best: bool
    direction: Direction
    equal: int
    edits: tuple[Edit, ...] = ()


_TURNED: dict[Direction, Direction] = {
    "source_first": "derived_first",
    "derived_first": "source_first",
    "unknown": "unknown",
}


def turned(passage: Passage) -> Passage:
    """Return a passage with its sides exchanged and its direction with them; its edits stay as they were."""
    return replace(
        passage, derived=passage.source, source=passage.derived, derived_span=passage.source_span,
        source_span=passage.derived_span, direction=_TURNED[passage.direction],
    )  # fmt: skip
