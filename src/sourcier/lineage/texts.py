"""The texts that are compared, in their order, and what is found in each of them once."""

from collections.abc import Sequence
from functools import cached_property

from sourcier.core.article import Article
from sourcier.core.credit import CreditMention
from sourcier.core.span import Span
from sourcier.lineage.credit import mentions
from sourcier.lineage.order import Times, in_order
from sourcier.lineage.quotes import quoted
from sourcier.lineage.standing import Publication


class Texts:
    """Articles by time of publication; a text is known by its position."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(in_order(articles))
        self._quotes: dict[int, list[Span]] = {}
        self._mentions: dict[int, tuple[CreditMention, ...]] = {}

    @cached_property
    def times(self) -> Times:
        """When each was published."""
        return Times(self.articles)

    @cached_property
    def publications(self) -> list[Publication]:
        """Outlet and day of each."""
        numbers: dict[str, int] = {}
        outlets = [numbers.setdefault(one.outlet, len(numbers)) if one.outlet else -1 for one in self.articles]
        return [Publication(outlet, day) for outlet, day in zip(outlets, self.times.days(), strict=True)]

    def quotes(self, text: int) -> list[Span]:
        """Return the quotations of one text."""
        if text not in self._quotes:
            self._quotes[text] = quoted(self.articles[text].text)
        return self._quotes[text]

    def mentions(self, text: int) -> tuple[CreditMention, ...]:
        """Return the credits that one text gives."""
        if text not in self._mentions:
            self._mentions[text] = mentions(self.articles[text])
        return self._mentions[text]
