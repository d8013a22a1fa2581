"""Two texts side by side."""

from dataclasses import dataclass

from sourcier.core.article import Article
from sourcier.core.credit import Credit
from sourcier.core.family import Block, Headline, Reason, Shares
from sourcier.core.passage import Direction, Passage
from sourcier.core.span import Span

FEW = 20
"""Equal words: a passage of fewer is « some words in common », which two texts may owe to nobody."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What `derived` shares with `source` and how it differs; passages carry their edits.

    `stretches` are the shared spans of the derived text, cut at paragraphs, that the credit's `covers` counts.
    """

    derived: Article
    source: Article
    passages: tuple[Passage, ...]
    blocks: tuple[Block, ...]
    headline: Headline | None
    credit: Credit
    direction: Direction
    reasons: tuple[Reason, ...]
    shares: Shares
    stretches: tuple[Span, ...] = ()
