"""What differs inside a passage, in the words of both texts, in the order in which it happened where that is known."""

from collections.abc import Iterable
from dataclasses import dataclass

from sourcier.core.article import Article
from sourcier.core.card import Card
from sourcier.core.edit import MEANING, Edit
from sourcier.export import sentences

_CITED = 70  # code points of one side


@dataclass(frozen=True, slots=True)
class Side:
    """Words of one text in its language; empty where it has none there. `here` is true of the article shown."""

    words: str
    language: str | None
    here: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference: `number` is that in the text, 0 where it is not marked there.

    `sides` stand in the order of time; `ordered` tells whether that is known, or the article stands second.
    """

    number: int
    category: str
    sides: tuple[Side, Side]
    ordered: bool

    @property
    def meaning(self) -> bool:
        """Whether it changes what is said."""
        return self.category in MEANING


def differences(
    edits: Iterable[tuple[int, Edit]], role: str, article: Article, other: Card, text: str
) -> list[Difference]:
    """Return the differences between the article (derived side) and another text, meaning first, then by weight.

    `role` says when the other text came: earlier, later or unknown.
    """
    ranked = sorted(edits, key=lambda pair: _rank(pair[1]))
    return [_difference(number, edit, role, article, other, text) for number, edit in ranked]


def _rank(edit: Edit) -> tuple[bool, float, int, int]:
    return edit.category not in MEANING, -edit.weight, edit.derived.start, edit.source.start


def _difference(number: int, edit: Edit, role: str, article: Article, other: Card, text: str) -> Difference:
    there = Side(sentences.shortened(edit.source.of(text), _CITED), other.language, here=False)
    here = Side(sentences.shortened(edit.derived.of(article.text), _CITED), article.language, here=True)
    sides = (here, there) if role == "later" else (there, here)
    return Difference(number, edit.category, sides, ordered=role != "unknown")
