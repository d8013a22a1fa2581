"""The texts that are compared, in their order, and what is found in each of them once."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from sourcier.core.article import Article
from sourcier.core.credit import CreditMention
from sourcier.core.span import Span
from sourcier.lineage.arrays import U64
from sourcier.lineage.credit import mentions
from sourcier.lineage.order import Times, in_order, tie
from sourcier.lineage.quotes import quoted
from sourcier.lineage.standing import Publications


class Texts:
    """Articles by time of publication; a text is known by its position. `last` is one that comes last all the same."""

    def __init__(self, articles: Sequence[Article], last: Article | None = None) -> None:
        self.articles = (*in_order(articles), *([last] if last else ()))
        self._quotes: dict[int, list[Span]] = {}
        self._mentions: dict[int, tuple[CreditMention, ...]] = {}

    @cached_property
    def times(self) -> Times:
        """When each was published."""
        return Times(self.articles)

    @cached_property
    def publications(self) -> Publications:
        """Outlet and day of each."""
        numbers: dict[str, int] = {}
        outlets = [numbers.setdefault(one.outlet, len(numbers)) if one.outlet else -1 for one in self.articles]
        return Publications(np.array(outlets, np.int64), np.array(self.times.days(), np.int64))

    @cached_property
    def ties(self) -> U64:
        """The numbers that order texts of one time."""
        return np.array([tie(article.id) for article in self.articles], np.uint64)

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
