"""Phrases of an article of the ledger to be searched for elsewhere."""

from dataclasses import replace

from sourcier.core.article import Article
from sourcier.core.span import Span
from sourcier.lineage.rarity import candidates, rarest, telling
from sourcier.store.ledger import Ledger

_RARE = 200  # a word of fewer than one article in so many is rare
_LOOKED_AT = 10_000  # code points: phrases of the beginning of a long text will do


def rare_phrases(article: Article, ledger: Ledger, others: int) -> tuple[Span, ...]:
    """Return up to three stretches of about eight words that few of the `others` (their number) are likely to hold.

    Not all words are looked up in the ledger, only those of some stretches: each takes a part of a millisecond.
    """
    begun = replace(article, text=article.text[:_LOOKED_AT], title_span=None)
    tried = candidates(begun)
    many = max(1, others // _RARE) + 1  # the article uses them itself
    met = ledger.frequencies(telling(begun, tried), many)
    return rarest(begun, tried, {word for word, articles in met.items() if articles >= many})
