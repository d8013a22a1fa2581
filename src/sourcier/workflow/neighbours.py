"""Pairs that share rare words and were not found: where a program that misses something most likely misses it."""

from random import Random

from sourcier.core.progress import Progress
from sourcier.figures.drawn import Population
from sourcier.store.ledger import Ledger

NEIGHBOURS = 3
"""Near articles of each article: a pair is near where one of the two is among these of the other."""

_SURE = 300  # articles up to which the neighbours of all are looked up
_FIRST = 40  # articles that are looked up first; then twice as many, until there are enough pairs
_MOST = 1_280
_SPARE = 1.5  # links for each pair that is wanted: some are left out

Pair = tuple[str, str]


def neighbours(
    ledger: Ledger, wanted: int, random: Random, progress: Progress | None = None
) -> tuple[list[Pair], Population]:
    """Return about as many near pairs as are wanted, each with the same chance, and how many there are.

    In a ledger of more than 300 articles that number is an estimate: the neighbours of some articles, drawn by chance,
    are looked up.
    """
    articles = len(ledger)
    chosen = _chosen(ledger, articles if articles <= _SURE else min(articles, _MOST), random)
    links: list[Pair] = []
    looked_up, stop = 0, articles if articles <= _SURE else _FIRST
    for id_ in chosen:
        if looked_up == stop:
            if articles > _SURE and len(links) >= _SPARE * wanted:
                break
            stop *= 2
        if progress:
            progress("neighbours", looked_up, min(stop, len(chosen)))
        links += ((id_, other) for other in ledger.near(id_, NEIGHBOURS))
        looked_up += 1
    if looked_up == articles:
        pairs = sorted({(min(link), max(link)) for link in links})
        return pairs, Population(len(pairs))
    return _counted_once(ledger, links, wanted, random, articles / looked_up)


def _chosen(ledger: Ledger, most: int, random: Random) -> list[str]:
    """Return so many articles in an order of chance."""
    places = random.sample(range(len(ledger)), most)
    wanted = set(places)
    ids = {place: id_ for place, id_ in enumerate(ledger.article_ids()) if place in wanted}
    return [ids[place] for place in places]


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
