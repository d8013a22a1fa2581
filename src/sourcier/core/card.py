"""What is known of an article, without its text."""

from dataclasses import dataclass

from sourcier.core.moment import Moment


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list, or beside another: as in Article, corrections and the register of outlets applied.

    `characters` is the length of the text in code points, `hash` the SHA-256 of the text in UTF-8. `first_seen` is
    when the ledger first met it (ISO 8601, UTC), `family` the id of the family it is in, None where it is in none.
    """

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    byline: str | None
    published: Moment | None
    language: str | None
    complete: bool
    path: str | None
    characters: int
    hash: str
    first_seen: str
    family: str | None = None
