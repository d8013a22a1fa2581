"""Pairs that share rare words and were not found: where a program that misses something most likely misses it."""

from random import Random

from sourcier.core.progress import Progress
from sourcier.figures.drawn import Population
from sourcier.store.ledger import Ledger

NEIGHBOURS = 3
"""Near articles of each article: a pair is near where one of the two is among these of the other."""

_SURE = 300  # articles up to which the neighbours of all are looked up
_LOOKED_UP = 2  # articles whose neighbours are looked up, for each pair that is wanted
_LEAST = 40

Pair = tuple[str, str]


def neighbours(
    ledger: Ledger, wanted: int, random: Random, progress: Progress | None = None
) -> tuple[list[Pair], Population]:
    """Return about as many near pairs as are wanted, each with the same chance, and how many there are.

    In a ledger of more than 300 articles that number is an estimate: the neighbours of some articles, drawn by chance,
    are looked up.
    """
    articles = len(ledger)
    looked_up = articles if articles <= _SURE else min(articles, max(_LEAST, _LOOKED_UP * wanted))
    places = set(random.sample(range(articles), looked_up))
    chosen = [id_ for place, id_ in enumerate(ledger.article_ids()) if place in places]
    near = {}
    for done, id_ in enumerate(chosen):
        if progress:
            progress("neighbours", done, len(chosen))
        near[id_] = ledger.near(id_, NEIGHBOURS)
    links = [(id_, other) for id_, others in near.items() for other in others]
    if looked_up == articles:
        pairs = sorted({(min(link), max(link)) for link in links})
        return pairs, Population(len(pairs))
    return _counted_once(ledger, links, wanted, random, articles / looked_up)


def _counted_once(
    ledger: Ledger, links: list[Pair], wanted: int, random: Random, scale: float
) -> tuple[list[Pair], Population]:
    """Keep a pair whose two are each other's neighbours from one side only, and estimate how many pairs there are."""
    random.shuffle(links)
    kept: list[Pair] = []
    tested = 0
    for one, other in links:
        if len(kept) == wanted:
            break
        tested += 1
        if one < other or one not in ledger.near(other, NEIGHBOURS):
            kept.append((min(one, other), max(one, other)))
    pairs = round(scale * len(links) * len(kept) / tested) if tested else 0
    return sorted(set(kept)), Population(max(pairs, len(kept)), exact=False)
