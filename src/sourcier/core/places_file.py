"""A file of places that a user gave a ledger."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlacesFile:
    """A file's `name` in the ledger, when it was added (UTC), how many places it has, and how many with a point."""

    name: str
    added: str
    places: int
    pointed: int
