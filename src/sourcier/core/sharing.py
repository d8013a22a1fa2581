"""What a list says of the ties of an article."""

from dataclasses import dataclass
from typing import Literal

SharingKind = Literal["from", "with", "to"]


@dataclass(frozen=True, slots=True)
class Sharing:
    """The tie of an article that says most: to a known source, else of unknown direction, else to what takes it up.

    `other` is the id of the text at the other end, the one with the largest share, with its `outlet` and `title`.
    `shared` is the share of the article's words (0..1), None where only that of the other's words is known. `texts` is
    how many texts are tied in this way.
    """

    kind: SharingKind
    other: str
    outlet: str | None
    title: str | None
    shared: float | None
    texts: int
