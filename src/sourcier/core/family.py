"""Articles tied by shared passages, and who may have taken from whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from sourcier.core.credit import Credit
from sourcier.core.edit import Edit
from sourcier.core.passage import Direction
from sourcier.core.span import Span

ReasonKind = Literal["credit", "time", "containment", "shared_changes", "link"]


@dataclass(frozen=True, slots=True)
class Reason:
    """A signal of direction; `text` is its evidence in the articles' own words or figures."""

    kind: ReasonKind
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A whole unit put in, left out or moved; the side that lacks it is an empty span at its position."""

    unit: Literal["words", "sentence", "paragraph"]
    kind: Literal["inserted", "dropped", "moved"]
    derived: Span
    source: Span


@dataclass(frozen=True, slots=True)
class Headline:
    """The two headlines and how they differ; spans of the edits refer to the headlines themselves."""

    derived: str
    source: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """A text and a likely parent of it; `shared` is the share of the derived text's words, 0..1.

    `passages` are the shared spans of the derived text, cut at paragraphs, that the credit's `covers` counts.
    """

    derived: str
    source: str
    shared: float
    delay: timedelta | None
    direction: Direction
    reasons: tuple[Reason, ...]
    credit: Credit
    passages: tuple[Span, ...]
    blocks: tuple[Block, ...]
    headline: Headline | None


@dataclass(frozen=True, slots=True)
class Shares:
    """Of an article's words outside standing text: equal to a source's, inside a passage but differing, in none."""

    shared: float
    reworded: float
    unmatched: float


@dataclass(frozen=True, slots=True)
class Searched:
    """What an absence is relative to: how many texts, published from when to when (None: no dates known).

    `dated` is how many of them have a date, None where that was not counted.
    """

    articles: int
    start: str | None
    end: str | None
    dated: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class AbsentOrigin:
    """A text that nobody has: an agency that is credited (`name`), or one that several texts must share."""

    name: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Family:
    """Articles tied by reuse; `origin` is an article's id, only where the direction of every edge to it is known.

    `from_absent` are the articles that come from the absent origin.
    """

    id: str
    origin: str | None
    absent_origin: AbsentOrigin | None
    articles: tuple[str, ...]
    searched: Searched
    edges: tuple[Edge, ...]
    shares: Mapping[str, Shares]
    from_absent: tuple[str, ...] = ()
