"""The parts of a ledger that a page shows: each a few queries through an index, however much the ledger holds."""

from collections.abc import Iterable

from sourcier.core.around import Around
from sourcier.core.card import Card
from sourcier.core.family import Family
from sourcier.core.hit import Hit
from sourcier.core.overview import Overview
from sourcier.core.page import Page
from sourcier.core.selection import Order, Selection
from sourcier.core.sharing import Sharing
from sourcier.core.totals import Totals
from sourcier.core.version import Place, Version
from sourcier.store import around, cards, families, listing, overviews, passages, search, sharing, totals, versions
from sourcier.store.file import File

_EVERY = Selection()


class Lists(File):
    """Articles, families and counts, part by part, corrections applied; nothing here reads all texts."""

    def cards(self, ids: Iterable[str]) -> dict[str, Card]:
        """Return a card for each of these ids, in their order; one that no article has is left out."""
        with self._reading():
            return cards.cards(self._db, ids)

    def card(self, key: str) -> Card:
        """Return the card of the article of an id, of the beginning of one, or of a path; raises UnknownArticle."""
        with self._reading():
            return cards.card(self._db, key)

    def sharing(self, ids: Iterable[str]) -> dict[str, Sharing]:
        """Return for each of these articles that has ties nobody denied the one that says most."""
        with self._reading():
            return sharing.sharing(self._db, ids)

    def texts(self, ids: Iterable[str]) -> dict[str, str]:
        """Return the stored text of each of these ids, in their order; one that no article has is left out."""
        with self._reading():
            return cards.texts(self._db, ids)

    def listing(self, selection: Selection = _EVERY, limit: int = 50, offset: int = 0) -> Page[Card]:
        """Return a part of the articles that a selection fits, the newest publication first, the undated last.

        Raises InputError for a day or time that is none.
        """
        with self._reading():
            return listing.listing(self._db, selection, limit, offset)

    def hits(self, words: str, ids: Iterable[str]) -> list[Hit]:
        """Return where the words looked for stand in a few articles that a listing found by them."""
        with self._reading():
            return search.hits(self._db, words, ids)

    def around(self, key: str) -> Around:
        """Return an article with what is tied to it, without its page as it came; raises UnknownArticle."""
        with self._reading():
            return around.around(self._db, key)

    def versions(self, key: str) -> list[Version]:
        """Return the texts of an article's page in order of time, none where it has one; raises UnknownArticle."""
        with self._reading():
            return versions.versions(self._db, key)

    def of_page(self, key: str) -> list[str]:
        """Return the ids of all texts at an address, or of all versions of an article's page; raises UnknownArticle."""
        with self._reading():
            return versions.of_page(self._db, key)

    def version_places(self, ids: Iterable[str]) -> dict[str, Place]:
        """Return for each of these articles whose page has several texts which of them it is."""
        with self._reading():
            return versions.places(self._db, ids)

    def version_groups(self, ids: Iterable[str] | None = None) -> list[tuple[str, ...]]:
        """Return which of these articles, or of all, are versions of one page, page by page."""
        with self._reading():
            return versions.groups(self._db, ids)

    def family(self, key: str, most: int | None = None) -> Family:
        """Return a family by its id, of a large one its first `most` articles and their ties; raises UnknownFamily."""
        with self._reading():
            return families.family(self._db, key, most)

    def shared(self, family: str) -> list[tuple[str, str]]:
        """Return the pairs (derived, source) of a family's articles that share a passage."""
        with self._reading():
            return passages.pairs(self._db, family)

    def overview(self, family: str) -> Overview | None:
        """Return the overview of a family, None where none was saved."""
        with self._reading():
            return overviews.overview(self._db, family)

    def overviews(
        self, selection: Selection = _EVERY, order: Order = "look", limit: int = 50, offset: int = 0
    ) -> Page[Overview]:
        """Return a part of the families with an article that a selection fits; raises InputError as `listing`."""
        with self._reading():
            return overviews.overviews(self._db, selection, order, limit, offset)

    def save_overview(self, overview: Overview) -> None:
        """Keep an overview in place of what its family had; a family that is gone keeps none."""
        with self._writing():
            overviews.replace(self._db, overview)

    def totals(self, version: int = 1) -> Totals:
        """Return how much there is, and whether lineage by `version` of the stage is to be found anew."""
        with self._reading():
            return totals.totals(self._db, version)
