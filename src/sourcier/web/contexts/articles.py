"""The articles as a list, filtered and searched."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from sourcier.core.card import Card
from sourcier.core.hit import Hit
from sourcier.core.page import Page
from sourcier.core.selection import Selection
from sourcier.core.sharing import Sharing
from sourcier.export.html import Html, element, joined
from sourcier.web.contexts.paging import Paging, paging, place
from sourcier.web.contexts.rows import card_row, page_row
from sourcier.web.contexts.selecting import selection
from sourcier.web.visit import Visit
from sourcier.workflow.desk import Desk

_SIZE = 50
_TYPED = 8


@dataclass(frozen=True)
class Articles:
    """A part of the list; by id of the article: `hits`, passages that hold the words looked for, and `sharing`."""

    cards: Page[Card]
    hits: dict[str, Html]
    sharing: dict[str, Sharing]
    asked: Selection
    paging: Paging

    @property
    def filtered(self) -> bool:
        """Whether anything is asked for."""
        return self.asked != Selection()

    @property
    def unfolded(self) -> bool:
        """Whether a filter beside the words is set."""
        return replace(self.asked, query=None) != Selection()

    def row(self) -> bytes:
        """Return it as JSON."""
        return page_row(self.cards, self._item)

    def _item(self, card: Card) -> dict[str, Any]:
        said = self.sharing.get(card.id)
        return {**card_row(card), "sharing": asdict(said) if said else None}


@dataclass(frozen=True)
class Typed:
    """What answers a search while it is typed; `words` are what was typed."""

    words: str
    hits: tuple[tuple[Hit, Html], ...]


def articles(desk: Desk, visit: Visit) -> Articles:
    """Build the list."""
    asked, offset = selection(visit.query), place(visit, _SIZE)
    cards = desk.articles(asked, _SIZE, offset)
    found = desk.hits(asked.query, [card.id for card in cards.items]) if asked.query else []
    hits = {hit.article: snippet(hit) for hit in found}
    shared = desk.sharing(card.id for card in cards.items)
    return Articles(cards, hits, shared, asked, paging(visit, "articles", _SIZE, offset, cards.total))


def typed(desk: Desk, words: str) -> Typed:
    """Build what is shown under the search field."""
    hits = desk.search(words, _TYPED, prefix=True) if words.strip() else []
    return Typed(words, tuple((hit, snippet(hit)) for hit in hits))


def snippet(hit: Hit) -> Html:
    """Return the stretch around the first word found, with the words looked for in bold."""
    pieces: list[str] = []
    at, text = 0, hit.snippet
    for span in hit.spans:
        start, end = span.start - hit.snippet_span.start, span.end - hit.snippet_span.start
        if start < at or end > len(text):
            continue
        pieces += [text[at:start], element("b", text[start:end])]
        at = end
    return joined([*pieces, text[at:]])
