"""What a person may correct of an article, and what was corrected already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcier.core.card import Card
from sourcier.core.correction import Correction
from sourcier.core.denial import Denial
from sourcier.lang.interface import Phrases
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
class Draft:
    """A form that could not be kept: what was `typed` by the names of its inputs, and by field what is `wrong`."""

    typed: Mapping[str, str]
    wrong: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """An input of the form: what stands in it, what stood in it at first, and what is wrong with it, None: nothing."""

    name: str
    value: str
    was: str
    wrong: str | None


@dataclass(frozen=True, slots=True)
class Corrections:
    """What can be set, and what was: those taken back are in the lists too; `author` is the name given in a draft."""

    fields: tuple[Field, ...]
    made: tuple[Corrected, ...]
    denied: tuple[Denied, ...]
    author: str | None = None

    @property
    def first_wrong(self) -> str | None:
        """The name of the first input with something wrong."""
        return next((each.name for each in self.fields if each.wrong), None)

    @property
    def any(self) -> bool:
        """Whether anything was ever corrected."""
        return bool(self.made or self.denied)


def corrections(sheet: Sheet, phrases: Phrases, draft: Draft | None = None) -> Corrections:
    """Return what can be and was corrected of an article; `draft` is a form that comes back."""
    made = tuple(Corrected(each, last=each in lasting(sheet.corrections)) for each in reversed(sheet.corrections))
    denied = tuple(_denied(each, sheet) for each in reversed(sheet.denials))
    given = draft or Draft({}, {})
    fields = tuple(_field(name, now, phrases, given) for name, now in values(sheet.card))
    return Corrections(fields, made, denied, given.typed.get("author"))


def _field(name: str, now: str | None, phrases: Phrases, draft: Draft) -> Field:
    written = phrases.date(now) if now and name == "published" else now or ""
    was = draft.typed.get(f"was_{name}", written)
    return Field(name, draft.typed.get(name, written), was, draft.wrong.get(name))


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
    """An article that is out of the ledger; `held` while bytes of it are still in the file."""

    card: Card
    held: bool
