"""A pasted text: where else it stands, or what to look for elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sourcier.core.article import Article
from sourcier.core.card import Card
from sourcier.core.family import Searched
from sourcier.core.found import Found
from sourcier.core.outlet import Outlet
from sourcier.core.overview import Overview
from sourcier.core.passage import Passage
from sourcier.export.html import Html
from sourcier.lang.interface import Phrases
from sourcier.web.contexts.article_marks import COLOURS, Drawing, letters, marks
from sourcier.web.contexts.article_text import text
from sourcier.web.contexts.found_tie import Tie
from sourcier.workflow.sought import LEAST, length

TOLD = 3
"""Texts of which the page says what side by side would say."""
_LETTERED = 26


@dataclass(frozen=True, slots=True)
class Place:
    """A text of the ledger that shares passages with the pasted one: how many, and of how many equal words.

    `letter` marks its passages in the text; one without stands behind others there. `tie` is told of the first few.
    """

    card: Card
    letter: str
    colour: int
    passages: int
    words: int
    best: bool
    tie: Tie | None = None


@dataclass(frozen=True, slots=True)
class FindPage:
    """The pasted `article` with its passages marked; without places, `rare` are phrases to look for elsewhere.

    `places` have a letter each, the texts that share most first; `others` share what a place has a mark for already.
    `families` are those that the texts found are in, `register` the outlets registered, by name.
    """

    key: str
    article: Article
    shared: float
    places: tuple[Place, ...]
    others: tuple[Place, ...]
    families: tuple[Overview, ...]
    text: Html
    rare: tuple[str, ...]
    searched: Searched
    words: int
    least: int = LEAST
    register: Mapping[str, Outlet] = field(default_factory=dict)

    @property
    def short(self) -> bool:
        """Whether the text has too few words to tell anything."""
        return self.words < self.least


def most_shared(found: Found, cards: Mapping[str, Card]) -> list[str]:
    """Return the ids of the texts found that are still in the ledger, those that share most words first."""
    order = [found.best] if found.best in cards and found.best else []
    return list(dict.fromkeys([*order, *_by_words([each for each in found.passages if each.source in cards])]))


def found_page(key: str, article: Article, found: Found, cards: Mapping[str, Card], phrases: Phrases) -> FindPage:
    """Build it; `cards` are those of the texts found that are still in the ledger."""
    passages = [each for each in found.passages if each.source in cards]
    order = most_shared(found, cards)
    drawn = [replace(each, direction="unknown") for each in passages]  # all in one layer: this page has no other
    first = marks(Drawing(drawn, article.text, letters(passages, order), {}), "provenance")
    seen = {*order[:TOLD], *(mark.passage.source for mark in first.shared)}
    named = [id_ for id_ in order if id_ in seen][:_LETTERED]
    kept = [each for each in drawn if each.source in named or each.kind != "reuse"]
    lettered = letters(kept, named)
    marked = marks(Drawing(kept, article.text, lettered, {}), "provenance")
    links = {mark.number: f"#text-{mark.letter}" for mark in marked.shared}
    places = [_place(cards[id_], at, letter, passages, found) for at, (id_, letter) in enumerate(lettered.items())]
    others = [_place(cards[id_], 0, "", passages, found) for id_ in order if id_ not in lettered]
    words = length(article.text)
    return FindPage(
        key,
        article,
        found.shared,
        tuple(places),
        tuple(others),
        (),
        text(article, marked, (), links, phrases),
        () if words < LEAST else tuple(" ".join(span.of(article.text).split()) for span in found.rare_phrases),
        found.searched,
        words,
    )  # fmt: skip


def told(page: FindPage, ties: Mapping[str, Tie], families: Iterable[Overview]) -> FindPage:
    """Return the page with what side by side says of some of the texts, and the families that they are in."""
    places = tuple(replace(each, tie=ties.get(each.card.id)) for each in page.places)
    return replace(
        page, places=places, families=tuple(sorted(families, key=lambda each: (-each.articles, each.family)))
    )


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
