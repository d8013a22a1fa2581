"""What differs inside a passage, in the words of both texts, in the order in which they were written where known."""

from collections.abc import Iterable
from dataclasses import dataclass

from sourcier.core.edit import MEANING, Edit
from sourcier.export import sentences
from sourcier.web.contexts.article_ties import Role

_CITED = 70  # code points of one side


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one text in its language; empty where it has none there. `here` is true of the article shown."""

    words: str
    language: str | None
    here: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference: `number` is that in the text, 0 where it is not marked there.

    `sides` stand in the order of time where `ordered` says that it is known, else the article's stand second.
    """

    number: int
    category: str
    sides: tuple[Words, Words]
    ordered: bool

    @property
    def meaning(self) -> bool:
        """Whether it changes what is said."""
        return self.category in MEANING


def differences(edits: Iterable[tuple[int, Edit]], role: Role, here: Words, there: Words) -> list[Difference]:
    """Return the differences between the article (`here`, its whole text) and another one, meaning first, by weight.

    `role` says when the other text came.
    """
    ranked = sorted(edits, key=lambda pair: _rank(pair[1]))
    return [_difference(number, edit, role, here, there) for number, edit in ranked]


def _rank(edit: Edit) -> tuple[bool, float, int, int]:
    return edit.category not in MEANING, -edit.weight, edit.derived.start, edit.source.start


def _difference(number: int, edit: Edit, role: Role, here: Words, there: Words) -> Difference:
    ours = Words(sentences.shortened(edit.derived.of(here.words), _CITED), here.language, here=True)
    theirs = Words(sentences.shortened(edit.source.of(there.words), _CITED), there.language, here=False)
    sides = (ours, theirs) if role == "later" else (theirs, ours)
    return Difference(number, edit.category, sides, ordered=role in ("earlier", "later"))
