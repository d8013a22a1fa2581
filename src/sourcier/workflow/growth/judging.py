"""What some articles took from which other, and their families: found from the pairs that matching left."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from sourcier.core.family import Family
from sourcier.core.lineage import Lineage
from sourcier.core.overview import Overview
from sourcier.core.passage import Passage
from sourcier.lineage.analysis import judged
from sourcier.lineage.families import families, searched_among
from sourcier.lineage.passages import passages
from sourcier.lineage.texts import Texts
from sourcier.lineage.words import wording
from sourcier.store.ledger import Ledger
from sourcier.workflow import denied
from sourcier.workflow.growth.packed import unpacked
from sourcier.workflow.overviews import overviews


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of some articles: passages that one of them is derived in, and the families of all of them."""

    numbers: tuple[int, ...]
    passages: tuple[Passage, ...]
    families: tuple[Family, ...]
    overviews: tuple[Overview, ...]


def judge(ledger: Ledger, numbers: Collection[int]) -> Judgement:
    """Judge articles: a whole cluster, or a part of a very large one, whose families end where it ends."""
    core = set(numbers)
    beside = {partner for _, partner, _ in ledger.partners(core)} - core
    articles = dict(ledger.numbered(core | beside))
    pairs = [pair for pair in ledger.pairs_of(articles) if pair[0] in core or pair[1] in core]
    texts = Texts(list(articles.values()))
    place_of = {article.id: place for place, article in enumerate(texts.articles)}
    places = {number: place_of[article.id] for number, article in articles.items()}
    words = ledger.words_of(articles)
    sizes = np.zeros(len(texts.articles), np.int64)
    for number, place in places.items():
        sizes[place] = words.get(number, 0)
    analysis = judged(texts, wording(article.text for article in texts.articles), sizes, unpacked(pairs, places))
    inside = {places[number] for number in core if number in places}
    taken = passages(analysis, wanted=lambda derived, _: derived in inside)
    found = Lineage(taken, families(analysis, among=inside), searched_among(()))
    known = {article.id: article for article in texts.articles}
    seen = overviews(found, known, denied.pairs(ledger.denials()), ledger.version_groups(known))
    return Judgement(tuple(sorted(core)), found.passages, found.families, tuple(seen))
