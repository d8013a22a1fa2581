"""The forms of the marked facts: values only, offsets half-open in code points of the text without marks."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span; `keys` holds what was written in the mark, every value as text, an empty one as ""."""

    kind: str
    start: int
    end: int
    text: str
    keys: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text without its marks and what it traps; `published` is an ISO day or time, None where nothing tells it.

    `outlet` is named in a ledger only, where ids hold over all its excerpts.
    """

    id: str
    country: str
    published: str | None
    genre: str
    text: str
    marks: tuple[Mark, ...]
    traps: tuple[str, ...]
    outlet: str | None = None
