"""What a person knows better than the file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Correction:
    """A field of an article set by hand; None is unknown, times are ISO 8601 in UTC.

    `undone` is when it was taken back, None while it holds. Of two that hold, the later one counts.
    """

    article: str
    field: str
    old: str | None
    new: str | None
    author: str | None
    time: str
    undone: str | None = None
