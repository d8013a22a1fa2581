"""How one article hangs together with the others, for the sentences above it."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from sourcier.core.family import Edge, Searched
from sourcier.core.passage import Direction, Passage


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
    say for a source, by id, what it takes up itself, from each text to its closest known source. `versions` are the ids
    of the other texts that its page had, and `others` counts the texts beside them that hold passages of it.
    """

    edges: Sequence[Edge]
    later: Sequence[Held]
    unmatched: float
    searched: Searched
    chains: Mapping[str, Sequence[str]] = field(default_factory=dict)
    versions: Set[str] = frozenset()
    others: int = 0

    def of_page(self, versions: Set[str], passages: Iterable[Passage]) -> "Ties":
        """Return the same of an article whose page had other texts; `passages` have the article on either side."""
        if not versions:
            return self
        ids = {id_ for each in passages if each.kind == "reuse" for id_ in (each.derived, each.source)}
        return replace(self, versions=versions, others=max(0, len(ids - versions) - 1))  # but for itself

    def beyond(self) -> "Ties":
        """Return the ties to other texts than those that its page had."""
        if not self.versions:
            return self
        edges = [each for each in self.edges if each.source not in self.versions]
        return replace(self, edges=edges, later=[each for each in self.later if each.id not in self.versions])
