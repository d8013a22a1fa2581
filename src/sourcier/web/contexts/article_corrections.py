"""What a person may correct of an article, and what was corrected already."""

from collections.abc import Sequence
from dataclasses import dataclass

from sourcier.core.card import Card
from sourcier.core.correction import Correction
from sourcier.core.denial import Denial
from sourcier.workflow.sheet import Sheet

FIELDS = ("published", "outlet", "title", "url", "byline", "language")
"""The fields of an article that can be set by hand."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction, newest first in lists; `last` tells that it is the one of its field that can be taken back."""

    correction: Correction
    last: bool


@dataclass(frozen=True, slots=True)
class Denied:
    """A word that a text was not taken from another; `other` is None where that text was removed since."""

    denial: Denial
    id: str
    other: Card | None
    later: bool


@dataclass(frozen=True, slots=True)
class Corrections:
    """`fields` are the values now by field (None: unknown); those taken back are in the lists too."""

    fields: tuple[tuple[str, str | None], ...]
    made: tuple[Corrected, ...]
    denied: tuple[Denied, ...]

    @property
    def any(self) -> bool:
        """Whether anything was ever corrected."""
        return bool(self.made or self.denied)


def corrections(sheet: Sheet) -> Corrections:
    """Return what can be and was corrected of an article."""
    made = tuple(Corrected(each, last=each in lasting(sheet.corrections)) for each in reversed(sheet.corrections))
    return Corrections(values(sheet.card), made, tuple(_denied(each, sheet) for each in reversed(sheet.denials)))


def values(card: Card) -> tuple[tuple[str, str | None], ...]:
    """Return the value of each field that can be set."""
    known = {
        "published": card.published.value if card.published else None,
        "outlet": card.outlet, "title": card.title, "url": card.url, "byline": card.byline, "language": card.language,
    }  # fmt: skip
    return tuple((field, known[field]) for field in FIELDS)


def lasting(made: Sequence[Correction]) -> list[Correction]:
    """Return of each field the last correction that holds; `made` in order of time."""
    return list({each.field: each for each in made if each.undone is None}.values())


def _denied(each: Denial, sheet: Sheet) -> Denied:
    later = each.source == sheet.article.id
    id_ = each.derived if later else each.source
    return Denied(each, id_, sheet.cards.get(id_), later)


@dataclass(frozen=True, slots=True)
class Removed:
    """An article that is out of the ledger while bytes of it are still in the file."""

    card: Card
