"""The passages of articles of whose reuse nothing changed: footers, quotations and titles that they share."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from sourcier.core.passage import Passage
from sourcier.lineage.analysis import judged
from sourcier.lineage.passages import passages
from sourcier.lineage.texts import Texts
from sourcier.lineage.words import wording
from sourcier.store.ledger import Ledger
from sourcier.store.pairs import Pair
from sourcier.workflow.growth.packed import unpacked


@dataclass(frozen=True, slots=True)
class Aside:
    """The passages without reuse that some articles are derived in; of those `left`, more would have to be known."""

    numbers: tuple[int, ...]
    passages: tuple[Passage, ...]
    left: tuple[int, ...]


def beside(ledger: Ledger, numbers: Collection[int]) -> Aside:
    """Judge what articles share without any reuse; it depends on their own pairs alone.

    An article with a pair that shares both is left: which of the two is derived shows in the reuse of all.
    """
    pairs = ledger.pairs_with(numbers)
    left = _mixed(pairs) & set(numbers)
    plain = [pair for pair in pairs if not pair[2]]
    articles = dict(ledger.numbered({end for pair in plain for end in pair[:2]}))
    plain = [pair for pair in plain if pair[0] in articles and pair[1] in articles]
    texts = Texts(list(articles.values()))
    place_of = {article.id: place for place, article in enumerate(texts.articles)}
    places = {number: place_of[article.id] for number, article in articles.items()}
    sizes = np.zeros(len(texts.articles), np.int64)  # these tell directions of reuse
    analysis = judged(texts, wording(article.text for article in texts.articles), sizes, unpacked(plain, places))
    wanted = {places[number] for number in set(numbers) - left if number in places}
    found = passages(analysis, wanted=lambda derived, _: derived in wanted)
    return Aside(tuple(sorted(set(numbers) - left)), found, tuple(sorted(left)))


def _mixed(pairs: Iterable[Pair]) -> set[int]:
    """The articles of pairs that share reuse and something else."""
    found = set[int]()
    for pair in pairs:
        if pair[2] and set(unpacked([pair], {pair[0]: 0, pair[1]: 1}).kinds) != {"reuse"}:
            found.update(pair[:2])
    return found
