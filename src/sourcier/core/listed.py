"""A place as a list gives it."""

from dataclasses import dataclass

from sourcier.core.place import Place


@dataclass(frozen=True, slots=True)
class Listed:
    """A place, and all names that lead to it, its own first."""

    place: Place
    names: tuple[str, ...]
