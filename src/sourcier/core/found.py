"""Where else a text stands."""

from dataclasses import dataclass

from sourcier.core.family import Searched
from sourcier.core.passage import Passage
from sourcier.core.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """Passages of one text in the texts searched; when there are none, phrases rare enough to search the web for.

    `shared` is the share of the text's words, 0..1; `best` is the id of the text that shares most of them.
    """

    passages: tuple[Passage, ...]
    best: str | None
    shared: float
    searched: Searched
    rare_phrases: tuple[Span, ...]
