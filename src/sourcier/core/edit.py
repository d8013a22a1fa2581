"""How two aligned stretches differ."""

from dataclasses import dataclass
from typing import Literal

from sourcier.core.span import Span

EditKind = Literal["insert", "delete", "substitute"]
EditUnit = Literal["words", "sentence", "paragraph", "headline"]
Category = Literal[
    "negation", "modality", "number", "date", "actor", "place", "verb", "name", "attribution", "wording", "spelling",
    "typography",
]  # fmt: skip

CATEGORIES: tuple[Category, ...] = Category.__args__  # type: ignore[attr-defined]
"""The categories in the order in which the first that fits is taken."""

MEANING: frozenset[Category] = frozenset(
    ("negation", "modality", "number", "date", "actor", "place", "verb", "name", "attribution")
)
"""The categories of edits that change what is said; the others change how."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference; the empty side of an insertion or deletion is an empty span at its position.

    `weight` is 0..1, higher is looked at first. `cue` is the word (as written) that decided the category, if one did.
    """

    unit: EditUnit
    kind: EditKind
    category: Category
    weight: float
    derived: Span
    source: Span
    cue: str | None = None
