"""The list of what people corrected and denied."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from sourcier.core.card import Card
from sourcier.core.change import Change
from sourcier.export.line import line


@dataclass(frozen=True, slots=True)
class Changed:
    """A change; `cards` are its articles, None for one that is gone, `holds` whether it can be taken back."""

    change: Change
    cards: tuple[Card | None, ...]
    holds: bool


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The page, the newest change first; `count` is how many hold."""

    changes: tuple[Changed, ...]
    count: int
    stale: bool


def changes(made: Iterable[Change], cards: Mapping[str, Card], *, stale: bool = False) -> ChangesPage:
    """Return the page of changes, which come newest first; of a field corrected twice the last can be taken back."""
    listed, met = [], set[tuple[object, ...]]()
    for each in made:
        key = (each.what, each.articles, each.field)
        holds = each.undone is None and key not in met
        if each.undone is None:
            met.add(key)
        listed.append(Changed(each, tuple(map(cards.get, each.articles)), holds))
    return ChangesPage(tuple(listed), sum(each.change.undone is None for each in listed), stale)


def row(made: Iterable[Change]) -> bytes:
    """Return the changes as JSON."""
    return line({"changes": [asdict(each) for each in made]})
