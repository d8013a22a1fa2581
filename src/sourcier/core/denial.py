"""A person's word that one text was not taken from another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Denial:
    """« `derived` is not taken from `source` » (ids of articles); it holds for the two in whichever order.

    The words that they share stay shared; no tie or direction is claimed between them. Times are ISO 8601 in UTC;
    `undone` is when it was taken back, None while it holds.
    """

    derived: str
    source: str
    author: str | None
    time: str
    undone: str | None = None
