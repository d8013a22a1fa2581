"""Pairs that share nothing, drawn by chance: those of one family, and those that nothing ties."""

from bisect import bisect_right
from collections.abc import Collection, Mapping
from itertools import accumulate, combinations
from random import Random

from sourcier.store.ledger import Ledger

_LISTED = 20_000  # pairs up to which all are looked at, so that as many are drawn as there are
_TRIES = 20_000
_ROUNDS = 20

Pair = tuple[str, str]
"""Two ids, the lesser first."""


def pairs_of(articles: int) -> int:
    """Return how many pairs so many articles make."""
    return articles * (articles - 1) // 2


def in_families(ledger: Ledger, families: Mapping[str, int], most: int, random: Random) -> list[Pair]:
    """Draw pairs of one family that share nothing, each with the same chance; `families` are sizes by first article."""
    if not most:
        return []
    if sum(map(pairs_of, families.values())) <= _LISTED:
        there = [pair for name in families for pair in _of_family(ledger, name, families[name])]
        return random.sample(there, min(most, len(there)))
    names, bounds = list(families), list(accumulate(map(pairs_of, families.values())))
    drawn: dict[Pair, None] = {}
    for _ in range(_TRIES):
        family = names[bisect_right(bounds, random.randrange(bounds[-1]))]
        places = random.sample(range(families[family]), 2)
        pair = _ordered(*(ledger.family_member(family, place) for place in places))
        if pair not in drawn and _through_others(ledger, pair):
            drawn[pair] = None
        if len(drawn) == most:
            break
    return list(drawn)


def _of_family(ledger: Ledger, family: str, size: int) -> list[Pair]:
    members = [ledger.family_member(family, place) for place in range(size)]
    return [pair for pair in combinations(members, 2) if _through_others(ledger, pair)]


def _through_others(ledger: Ledger, pair: Pair) -> bool:
    """Tell whether two articles of a family are in it through others alone, and are not one page at two times."""
    return not ledger.share(*pair) and not ledger.one_page(*pair)


def others(ledger: Ledger, most: int, near: Collection[Pair], random: Random) -> list[Pair]:
    """Draw pairs that nothing ties: any two articles with the same chance, those tied or near put back."""
    articles = len(ledger)
    if not most:
        return []
    if pairs_of(articles) <= _LISTED:
        there = [pair for pair in _free(ledger) if pair not in near]
        return random.sample(there, min(most, len(there)))
    drawn: dict[Pair, None] = {}
    for _ in range(_ROUNDS):
        missing = most - len(drawn)
        if not missing:
            break
        places = [tuple(random.sample(range(articles), 2)) for _ in range(2 * missing)]
        ids = _at(ledger, {place for pair in places for place in pair})
        for one, other in places:
            pair = _ordered(ids[one], ids[other])
            if len(drawn) < most and pair not in drawn and pair not in near and pair[1] not in ledger.tied(pair[0]):
                drawn[pair] = None
    return list(drawn)


def _free(ledger: Ledger) -> list[Pair]:
    ids = list(ledger.article_ids())
    tied = {id_: ledger.tied(id_) for id_ in ids}
    return [(one, other) for one, other in combinations(ids, 2) if other not in tied[one]]


def _at(ledger: Ledger, places: Collection[int]) -> dict[int, str]:
    """Return the ids at some places in the order of ids."""
    return {place: id_ for place, id_ in enumerate(ledger.article_ids()) if place in places}


def _ordered(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
