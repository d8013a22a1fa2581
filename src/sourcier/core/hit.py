"""A text that answers a search."""

from dataclasses import dataclass

from sourcier.core.span import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds the words looked for, `spans` where they stand in its text (none: only in its title).

    `snippet` is the stretch of text at `snippet_span`, around the first of them.
    """

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    snippet: str
    snippet_span: Span
    spans: tuple[Span, ...]
