"""A ledger at a glance."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a ledger holds; `start` and `end` are the first and last date of publication (EDTF), None for none.

    `tied` articles are in a family. `origins_max` is from how many texts all of them come at most. `found` is the
    time of the last lineage (ISO 8601, UTC), None before the first; `stale` tells that it is to be found anew.
    """

    articles: int
    dated: int
    outlets: int
    start: str | None
    end: str | None
    families: int
    tied: int
    origins_max: int
    problems: int
    found: str | None
    stale: bool
