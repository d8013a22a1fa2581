"""The articles as a list, filtered and searched."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from sourcier.core.card import Card
from sourcier.core.hit import Hit
from sourcier.core.page import Page
from sourcier.core.selection import Selection
from sourcier.core.sharing import Sharing
from sourcier.core.version import Place
from sourcier.export.html import Html, element, joined
from sourcier.export.ledger_rows import hit_fields, places
from sourcier.export.line import line
from sourcier.web.contexts.paging import Paging, paging, place
from sourcier.web.contexts.rows import card_row, page_row
from sourcier.web.contexts.selecting import selection
from sourcier.web.visit import Visit
from sourcier.workflow.desk import Desk

_SIZE = 50
_TYPED = 8


@dataclass(frozen=True)
class Articles:
    """A part of the list; by id of the article: `found` and, drawn, `hits` of the words; `sharing`; `versions`."""

    cards: Page[Card]
    found: dict[str, Hit]
    hits: dict[str, Html]
    sharing: dict[str, Sharing]
    asked: Selection
    paging: Paging
    versions: dict[str, Place]

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
        said, hit = self.sharing.get(card.id), self.found.get(card.id)
        looked_for = places(hit) if hit else {"snippet": None, "spans": []}
        version = self.versions.get(card.id)
        tied = {"sharing": asdict(said) if said else None, "version": asdict(version) if version else None}
        return {**card_row(card), **tied, **looked_for}


@dataclass(frozen=True)
class Typed:
    """What answers a search while it is typed; `words` are what was typed."""

    words: str
    hits: tuple[tuple[Hit, Html], ...]

    def row(self) -> bytes:
        """Return it as JSON."""
        return line({"items": [hit_fields(hit) for hit, _ in self.hits]})


def articles(desk: Desk, visit: Visit) -> Articles:
    """Build the list."""
    asked, offset = selection(visit.query), place(visit, _SIZE)
    cards = desk.articles(asked, _SIZE, offset)
    met = desk.hits(asked.query, [card.id for card in cards.items]) if asked.query else []
    found = {hit.article: hit for hit in met}
    hits = {id_: snippet(hit) for id_, hit in found.items()}
    shared = desk.sharing(card.id for card in cards.items)
    versions = desk.version_places(card.id for card in cards.items)
    return Articles(cards, found, hits, shared, asked, paging(visit, "articles", _SIZE, offset, cards.total), versions)


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
