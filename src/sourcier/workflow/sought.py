"""Where else a text stands, in a ledger that is not loaded."""

from collections.abc import Iterable
from dataclasses import replace

from sourcier.core.article import Article
from sourcier.core.found import Found
from sourcier.core.progress import Progress
from sourcier.lineage.find import among
from sourcier.lineage.rarity import rare_phrases, words_of
from sourcier.lineage.words import words
from sourcier.store.ledger import Ledger
from sourcier.workflow.trace import with_languages

LEAST = 8
"""Words in a row that a text must share to be found for sure; a shorter text tells nothing."""
_CANDIDATES = 400  # articles; comparing more takes longer than a person waits
_RARE = 200  # a word of fewer than one article in so many is rare


def length(text: str) -> int:
    """Return how many words a text has, as they are compared."""
    return len(words(text))


def seek(article: Article, ledger: Ledger, progress: Progress | None = None) -> Found:
    """Find where else an article stands in the ledger, which keeps nothing of it; an article of its id is left out.

    What shares no run of eight words with it can be missed, such as a text reworded in every line; so can the more
    distant of very many that share as much. The number and dates of the texts searched are those of the whole ledger.
    """
    return sought(article, ledger, progress)[0]


def sought(article: Article, ledger: Ledger, progress: Progress | None = None) -> tuple[Found, tuple[Article, ...]]:
    """Return what `seek` finds, and the articles that were compared."""
    article = with_languages([article])[0]
    if progress:
        progress("compare", 0, None)
    met = ledger.candidates(article.text, _CANDIDATES, article.outlet)
    others = tuple(other for other in met if other.id != article.id)
    found = replace(among(article, others), searched=ledger.searched(without=article.id))
    if not found.best:
        used = _used(words_of(article.text), ledger, found.searched.articles)
        found = replace(found, rare_phrases=rare_phrases(article, used))
    return found, others


def _used(words: Iterable[str], ledger: Ledger, others: int) -> set[str]:
    """Return the words that many of the other articles use; one that is in the ledger uses them all itself."""
    many = max(1, others // _RARE) + (len(ledger) - others)
    return {word for word, articles in ledger.frequencies(words, many).items() if articles >= many}
