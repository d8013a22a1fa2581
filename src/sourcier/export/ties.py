"""How one article hangs together with the others, for the sentences above it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sourcier.core.family import Edge, Searched
from sourcier.core.passage import Direction


@dataclass(frozen=True, slots=True)
class Held:
    """A text, by id, that holds passages of an article as their source: `share` is that of the article's words.

    `tied` is False where the two have no tie of their own: they hold the same passages, and more is not known.
    """

    id: str
    share: float
    direction: Direction
    tied: bool = True


@dataclass(frozen=True, slots=True)
class Ties:
    """An article's edges to its sources and the later texts that hold it, the largest share first.

    `unmatched` is the share of its words that stand in none of the texts `searched`, which are all but itself. `chains`
    say for a source, by id, what it takes up itself, from each text to its closest known source.
    """

    edges: Sequence[Edge]
    later: Sequence[Held]
    unmatched: float
    searched: Searched
    chains: Mapping[str, Sequence[str]] = field(default_factory=dict)
