"""An article with everything that is tied to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sourcier.core.article import Article
from sourcier.core.card import Card
from sourcier.core.family import Edge, Searched, Shares
from sourcier.core.passage import Passage


@dataclass(frozen=True, slots=True)
class Around:
    """What was found of one article, and nothing of the others but their ids.

    In `passages` and `edges` it is the derived text, in `later_passages` and `later_edges` the source. `shares` is
    None where lineage gave none. `searched` are all texts but itself. `cut` tells that a side has more passages or
    ties, `from_absent` that it comes from the absent origin of its family. `chains` hold, by the id of a known source,
    what that one takes up: its closest known source, the closest of that one, and so on.
    """

    article: Article
    card: Card
    passages: tuple[Passage, ...]
    later_passages: tuple[Passage, ...]
    edges: tuple[Edge, ...]
    later_edges: tuple[Edge, ...]
    family: str | None
    shares: Shares | None
    searched: Searched
    cut: bool = False
    from_absent: bool = False
    chains: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
