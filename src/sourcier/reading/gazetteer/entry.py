"""A place with the names that lead to it, as it is given to a gazetteer."""

from dataclasses import dataclass

from sourcier.core.place import Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A place, the names it is usually called by (its own among them), and others that lead to it."""

    place: Place
    usual: tuple[str, ...]
    others: tuple[str, ...] = ()
