"""What a person changed: corrections and denials in one list."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Change:
    """A correction (one article; `field`, `old`, `new`) or a denial (two articles: derived, source; no field).

    Times are ISO 8601 in UTC; `undone` is when it was taken back, None while it holds.
    """

    what: Literal["correction", "denial"]
    articles: tuple[str, ...]
    field: str | None
    old: str | None
    new: str | None
    author: str | None
    time: str
    undone: str | None = None
