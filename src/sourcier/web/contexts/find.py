"""A pasted text: where else it stands, or what to look for elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sourcier.core.article import Article
from sourcier.core.card import Card
from sourcier.core.family import Searched
from sourcier.core.found import Found
from sourcier.core.passage import Passage
from sourcier.export.html import Html
from sourcier.lang.interface import Phrases
from sourcier.web.contexts.article_marks import COLOURS, Drawing, letters, marks
from sourcier.web.contexts.article_text import text

WINDOW = 8
"""Equal words in a row that a text must share to be found for sure."""


@dataclass(frozen=True, slots=True)
class Place:
    """A text of the ledger that shares passages with the pasted one: how many, and of how many equal words."""

    card: Card
    letter: str
    colour: int
    passages: int
    words: int
    best: bool


@dataclass(frozen=True, slots=True)
class FindPage:
    """The pasted `article` with its passages marked; without places, `rare` are phrases to look for elsewhere."""

    key: str
    article: Article
    shared: float
    places: tuple[Place, ...]
    text: Html
    rare: tuple[str, ...]
    searched: Searched
    short: bool


def found_page(key: str, article: Article, found: Found, cards: Mapping[str, Card], phrases: Phrases) -> FindPage:
    """Build it; `cards` are those of the texts found that are still in the ledger."""
    passages = [each for each in found.passages if each.source in cards]
    order = [found.best] if found.best in cards and found.best else []
    lettered = letters(passages, [*order, *_by_words(passages)])
    drawn = [replace(each, direction="unknown") for each in passages]  # all in one layer: this page has no other
    marked = marks(Drawing(drawn, article.text, lettered, {}), "provenance")
    links = {mark.number: f"#text-{mark.letter}" for mark in marked.shared}
    places = [_place(cards[id_], at, letter, passages, found) for at, (id_, letter) in enumerate(lettered.items())]
    return FindPage(
        key,
        article,
        found.shared,
        tuple(places),
        text(article, marked, (), links, phrases),
        tuple(" ".join(span.of(article.text).split()) for span in found.rare_phrases),
        found.searched,
        len(article.text.split()) < WINDOW,
    )  # fmt: skip


def _by_words(passages: list[Passage]) -> list[str]:
    words: dict[str, int] = {}
    for each in passages:
        if each.kind == "reuse":
            words[each.source] = words.get(each.source, 0) + each.equal
    return sorted(words, key=lambda id_: (-words[id_], id_))


def _place(card: Card, index: int, letter: str, passages: list[Passage], found: Found) -> Place:
    held = [each for each in passages if each.source == card.id and each.kind == "reuse"]
    words = sum(each.equal for each in held)
    return Place(card, letter, index % COLOURS, len(held), words, card.id == found.best)
