"""Which pairs of a ledger are drawn, stratum by stratum; nothing here loads all articles."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from sourcier.core.comparison import FEW
from sourcier.core.progress import Progress
from sourcier.figures.drawn import Population
from sourcier.figures.strata import Stratum, allotted
from sourcier.store.ledger import Ledger
from sourcier.workflow.neighbours import NEIGHBOURS, neighbours

_TRIES = 20_000
_ROUNDS = 20
_TICK = 10_000

Pair = tuple[str, str]
"""Two ids, the lesser first."""


@dataclass(slots=True)
class _Reservoir:
    """So many of the pairs that pass, each with the same chance (J. Vitter, ACM TOMS 11, 1985, algorithm R)."""

    random: Random
    most: int
    kept: list[Pair] = field(default_factory=list)
    passed: int = 0

    def pass_by(self, pair: Pair) -> None:
        """Let one more pass."""
        self.passed += 1
        if len(self.kept) < self.most:
            self.kept.append(pair)
        elif (place := self.random.randrange(self.passed)) < self.most:
            self.kept[place] = pair


@dataclass(frozen=True, slots=True)
class Lot:
    """The pairs drawn of each stratum, and how many it has."""

    pairs: Mapping[Stratum, list[Pair]]
    populations: Mapping[Stratum, Population]


def draw(ledger: Ledger, rows: int, seed: int, progress: Progress | None = None) -> Lot:
    """Draw about `rows` pairs: of the same ledger, the same with the same seed."""
    random = Random(seed)  # noqa: S311 - to be drawn again, not to be secret
    long, short, together = _found(ledger, rows, random, progress)
    families, articles = ledger.family_sizes(), len(ledger)
    tied = sum(map(_pairs, families.values())) - together
    free = _pairs(articles) - long.passed - short.passed - tied
    sizes: dict[Stratum, int] = {"long": long.passed, "short": short.passed, "family": tied}
    wanted = allotted(rows, {**sizes, "near": min(free, NEIGHBOURS * articles), "other": free})
    near, population = neighbours(ledger, wanted["near"], random, progress)
    sizes |= {"near": min(free, population.pairs), "other": max(0, free - population.pairs)}
    wanted = allotted(rows, {**sizes, "near": len(near)})
    pairs: dict[Stratum, list[Pair]] = {
        "long": random.sample(long.kept, wanted["long"]),
        "short": random.sample(short.kept, wanted["short"]),
        "family": _in_families(ledger, families, wanted["family"], random),
        "near": random.sample(near, wanted["near"]),
        "other": _others(ledger, wanted["other"], frozenset(near), random),
    }
    inexact = () if population.exact else ("near", "other")
    return Lot(pairs, {name: Population(sizes[name], name not in inexact) for name in pairs})


def _pairs(articles: int) -> int:
    return articles * (articles - 1) // 2


def _found(ledger: Ledger, rows: int, random: Random, progress: Progress | None) -> tuple[_Reservoir, _Reservoir, int]:
    """Return some of the pairs with a long passage, some of those without, and how many have a family in common."""
    long, short, together = _Reservoir(random, rows), _Reservoir(random, rows), 0
    for done, pair in enumerate(ledger.found_pairs()):
        (long if pair.words >= FEW else short).pass_by((pair.one, pair.other))
        together += pair.together
        if progress and done % _TICK == 0:
            progress("sample", done, None)
    return long, short, together


def _in_families(ledger: Ledger, families: Mapping[str, int], most: int, random: Random) -> list[Pair]:
    """Draw pairs of one family that share nothing: any pair of members with the same chance, those that do put back."""
    names, bounds = list(families), list(accumulate(map(_pairs, families.values())))
    drawn: dict[Pair, None] = {}
    for _ in range(_TRIES if most else 0):
        family = names[bisect_right(bounds, random.randrange(bounds[-1]))]
        places = random.sample(range(families[family]), 2)
        pair = _ordered(*(ledger.family_member(family, place) for place in places))
        if pair not in drawn and not ledger.share(*pair):
            drawn[pair] = None
        if len(drawn) == most:
            break
    return list(drawn)


def _others(ledger: Ledger, most: int, near: Collection[Pair], random: Random) -> list[Pair]:
    """Draw pairs that nothing ties: any two articles with the same chance, those tied or near put back."""
    articles, drawn = len(ledger), dict[Pair, None]()
    for _ in range(_ROUNDS if articles > 1 else 0):
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


def _at(ledger: Ledger, places: Collection[int]) -> dict[int, str]:
    """Return the ids at some places in the order of ids."""
    return {place: id_ for place, id_ in enumerate(ledger.article_ids()) if place in places}


def _ordered(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def spread(pairs: Mapping[Stratum, Iterable[Pair]]) -> list[tuple[Stratum, Pair]]:
    """Return all pairs with their strata."""
    return [(stratum, pair) for stratum, some in pairs.items() for pair in some]
