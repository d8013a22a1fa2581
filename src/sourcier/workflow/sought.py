"""Where else a text stands, in a ledger that is not loaded."""

from collections.abc import Set
from dataclasses import replace

import numpy as np

from sourcier.core.article import Article
from sourcier.core.family import Searched
from sourcier.core.found import Found
from sourcier.core.progress import Progress
from sourcier.core.span import Span
from sourcier.lineage.analysis import judged
from sourcier.lineage.find import found_of
from sourcier.lineage.fingerprints import fingerprints
from sourcier.lineage.rarity import rare_phrases, telling
from sourcier.lineage.settings import Settings
from sourcier.lineage.words import wording, words
from sourcier.store.index.reader import Reader
from sourcier.store.ledger import Ledger
from sourcier.workflow.growth.entering import entered, outlet_number
from sourcier.workflow.growth.matching import Compared, Linked, compared, linked
from sourcier.workflow.growth.packed import unpacked
from sourcier.workflow.searchable import Searchable
from sourcier.workflow.trace import with_languages

LEAST = 8
"""Words in a row that a text must share to be found for sure; a shorter text tells nothing."""
_ASKED = 0  # no article of a ledger has this number
_RARE = 200  # a word of fewer than one article in so many is rare


def length(text: str) -> int:
    """Return how many words a text has, as they are compared."""
    return len(words(text))


def seek(article: Article, ledger: Ledger, progress: Progress | None = None) -> Found:
    """Find where else an article stands in the ledger, which keeps nothing of it; an article of its id is left out.

    What shares no run of eight words with it can be missed, such as a text reworded in every line; so can the more
    distant of very many that share as much. The number and dates of the texts searched are those of the whole ledger.
    """
    with Searchable(ledger, progress) as searchable:
        return sought(article, searchable)[0]


def sought(article: Article, searchable: Searchable) -> tuple[Found, tuple[Article, ...]]:
    """Return what `seek` finds, and the articles that were compared."""
    article = with_languages([article])[0]
    ledger, settings = searchable.ledger, searchable.settings
    met = _linked(article, searchable.reader(), settings)
    numbers = [number for number in met.numbers.tolist() if number != _ASKED]
    articles = {number: each for number, each in ledger.numbered(numbers) if each.id != article.id}
    found = Found((), None, 0.0, searchable.searched(article.id), ())
    if articles:
        here = compared(met.among([_ASKED, *articles]), articles, settings, (_ASKED, article))
        found = _found(here, ledger, found.searched)
    if not found.best:
        asked = telling(article, [Span(0, len(article.text))])
        used = _used(asked, searchable, found.searched.articles)
        found = replace(found, rare_phrases=rare_phrases(article, used))
    return found, tuple(articles.values())


def _found(here: Compared, ledger: Ledger, searched: Searched) -> Found:
    """What the last of the texts shares with the others; what these share with one another is known."""
    places = {number: place for place, number in enumerate(here.numbers.tolist())}
    others = [number for number in places if number != _ASKED]
    between = here.between.joined(unpacked(ledger.pairs_of(others), places))
    sizes = here.sizes.copy()
    for number, words_outside in ledger.words_of(others).items():
        sizes[places[number]] = words_outside
    return found_of(judged(here.texts, here.wording, sizes, between), places[_ASKED], searched)


def _linked(article: Article, reader: Reader, settings: Settings) -> Linked:
    """Return what a text is to be compared with, as if it came after all that is there."""
    own = fingerprints(wording([article.text]), settings)
    facts = (
        np.array([_ASKED], np.int64),
        np.array([np.inf]),
        np.array([np.inf]),
        np.array([np.iinfo(np.uint64).max], np.uint64),
        np.array([outlet_number(article.outlet)], np.uint64),
    )
    return linked(reader, entered(own, facts), settings)


def _used(words: Set[str], searchable: Searchable, others: int) -> Set[str]:
    """Return the words that many of the other articles use; one that is in the ledger uses them all itself.

    Those found once are known from then on: most words of a text are everybody's.
    """
    many = max(1, others // _RARE) + 1
    known = searchable.used_by(many)
    met = searchable.ledger.frequencies(words - known, many)
    known.update(word for word, articles in met.items() if articles >= many)
    return known & words
