"""Which articles or families of a ledger are asked for."""

from dataclasses import dataclass
from typing import Literal

Order = Literal["look", "latest", "size"]
"""Of families: heaviest difference and missing credit first, newest first, most articles first."""

ANY = "*"
"""As `absent`: any text that nobody has, named or not."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What an article must be, all at once; None asks for nothing. A family fits when one of its articles does.

    `query` is words for the full-text search, `outlet` a name as it stands in the ledger. `start` and `end` are ISO
    days of publication, both included; what has no date lies in no range. `since` is an ISO day or time in UTC: first
    seen by the ledger then or later. `credit` is a credit status, and `category` a category of edits, of a tie with
    known direction. `absent` is the name of a text that nobody has and that the family comes from, or ANY.
    """

    query: str | None = None
    outlet: str | None = None
    start: str | None = None
    end: str | None = None
    since: str | None = None
    credit: str | None = None
    category: str | None = None
    absent: str | None = None
