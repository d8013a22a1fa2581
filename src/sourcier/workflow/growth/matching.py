"""What some articles share with earlier ones: through the index, with no more texts read than are compared."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sourcier.core.article import Article
from sourcier.lineage.analysis import outside, stretches_between
from sourcier.lineage.arrays import I32, I64, distinct
from sourcier.lineage.between import Between
from sourcier.lineage.links import seeds
from sourcier.lineage.match import Held, aligned
from sourcier.lineage.settings import Settings
from sourcier.lineage.texts import Texts
from sourcier.lineage.words import Wording, wording
from sourcier.store.index.entries import Entries
from sourcier.store.index.reader import Reader
from sourcier.store.ledger import Ledger
from sourcier.store.pairs import Pair
from sourcier.workflow.growth.consequences import Consequences, consequences
from sourcier.workflow.growth.packed import packed
from sourcier.workflow.growth.view import View, view


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """The phrases of some texts, and the seeds that link these to earlier ones (text, earlier text, word of each)."""

    seen: View
    asked: I64
    places: I32

    @property
    def numbers(self) -> I64:
        """The articles to be compared: those asked about and those that they are linked to, in order of number."""
        return distinct(np.append(self.asked, self.seen.numbers[distinct(self.places[:, :2])]))

    def among(self, numbers: Collection[int]) -> "Linked":
        """Return the same without the links to other articles than these."""
        known = np.isin(self.seen.numbers, np.fromiter(numbers, np.int64, len(numbers)))
        return Linked(self.seen, self.asked, self.places[known[self.places[:, :2]].all(axis=1)])


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Texts in the order of comparison with their words, the number of each, and the stretches that they share.

    `sizes` are words outside standing text, which are known of those asked about alone.
    """

    texts: Texts
    wording: Wording
    numbers: I64
    sizes: I64
    between: Between


@dataclass(frozen=True, slots=True)
class Matched:
    """Articles with their words outside standing text, the pairs in which one of them is the later, what follows."""

    words: tuple[tuple[int, int], ...]
    pairs: tuple[Pair, ...]
    consequences: Consequences


def match(ledger: Ledger, reader: Reader, settings: Settings, numbers: Sequence[int]) -> Matched:
    """Compare articles of the ledger with earlier ones."""
    wanted = np.array(sorted(numbers), np.int64)
    asked = reader.fingerprints(wanted[reader.holds(wanted)])
    found = linked(reader, asked, settings)
    articles = dict(ledger.numbered(found.numbers.tolist()))
    here = compared(found.among(articles), articles, settings)
    mine = here.numbers[np.isin(here.numbers, asked.numbers)]
    sizes = dict(zip(here.numbers.tolist(), here.sizes.tolist(), strict=True))
    words = {number: sizes[number] for number in mine.tolist()}
    pairs = tuple(packed(here.between, here.numbers.tolist()))
    return Matched(tuple(words.items()), pairs, consequences(ledger, words, pairs))


def linked(reader: Reader, asked: Entries, settings: Settings) -> Linked:
    """Return which earlier texts those asked about are to be compared with."""
    seen = view(reader, distinct(asked.grams), asked)
    found = seeds(seen.phrases, seen.judged, seen.are(asked.numbers), seen.until, settings)
    return Linked(seen, asked.numbers, found)


def compared(
    found: Linked, articles: Mapping[int, Article], settings: Settings, last: tuple[int, Article] | None = None
) -> Compared:
    """Compare texts with those that they are linked to.

    `articles` are all that `found` names, by number, but for one that comes `last` whatever its date.
    """
    texts = Texts(list(articles.values()), last[1] if last else None)
    number_of = {article.id: number for number, article in (*articles.items(), *([last] if last else ()))}
    numbers = np.array([number_of[article.id] for article in texts.articles], np.int64)
    words = wording(article.text for article in texts.articles)
    position = _positions(found.seen.numbers, numbers)
    places = found.places.copy()
    places[:, 0], places[:, 1] = position[places[:, 0]], position[places[:, 1]]
    places = np.ascontiguousarray(places[np.lexsort((places[:, 2], places[:, 0]))])
    matches = aligned(words, _held(found, position), places, settings)
    return Compared(texts, words, numbers, outside(words, matches.standing), stretches_between(texts, words, matches))


def _held(found: Linked, position: I32) -> Held:
    """The phrases of the texts asked about."""
    phrases = found.seen.phrases
    own = found.seen.are(found.asked)[phrases.texts]
    return Held(position[phrases.texts[own]], phrases.places[own], found.seen.judged.take(own))


def _positions(seen: I64, numbers: I64) -> I32:
    """Which of the texts each article of a view is, -1 where none."""
    order = np.argsort(numbers)
    at = order[np.minimum(np.searchsorted(numbers[order], seen), len(numbers) - 1)]
    return np.where(numbers[at] == seen, at, -1).astype(np.int32)
