"""Two texts side by side."""

from dataclasses import dataclass

from sourcier.core.article import Article
from sourcier.core.credit import Credit
from sourcier.core.family import Block, Headline, Reason, Shares
from sourcier.core.passage import Direction, Passage


@dataclass(frozen=True, slots=True)
class Comparison:
    """What `derived` shares with `source` and how it differs; passages carry their edits."""

    derived: Article
    source: Article
    passages: tuple[Passage, ...]
    blocks: tuple[Block, ...]
    headline: Headline | None
    credit: Credit
    direction: Direction
    reasons: tuple[Reason, ...]
    shares: Shares
