"""Which pairs of a ledger are drawn, stratum by stratum; nothing here loads all articles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from random import Random

from sourcier.core.comparison import FEW
from sourcier.core.progress import Progress
from sourcier.figures.drawn import Population
from sourcier.figures.strata import Stratum, allotted
from sourcier.store.ledger import Ledger
from sourcier.workflow.neighbours import NEIGHBOURS, neighbours
from sourcier.workflow.unfound import Pair, in_families, others, pairs_of

_TICK = 10_000


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
    """Draw about `rows` pairs: of the same ledger, the same with the same seed; never two versions of one page."""
    random = Random(seed)  # noqa: S311 - to be drawn again, not to be secret
    long, short, together = _found(ledger, rows, random, progress)
    families, articles, same = ledger.family_sizes(), len(ledger), ledger.version_pairs()
    tied = sum(map(pairs_of, families.values())) - together - same.together
    free = pairs_of(articles) - same.pairs - long.passed - short.passed - tied
    sizes: dict[Stratum, int] = {"long": long.passed, "short": short.passed, "family": tied}
    wanted = allotted(rows, {**sizes, "near": min(free, NEIGHBOURS * articles), "other": free})
    near, population = neighbours(ledger, wanted["near"], random, progress)
    sizes |= {"near": min(free, population.pairs), "other": max(0, free - population.pairs)}
    wanted = allotted(rows, {**sizes, "near": len(near)})
    pairs: dict[Stratum, list[Pair]] = {
        "long": random.sample(long.kept, wanted["long"]),
        "short": random.sample(short.kept, wanted["short"]),
        "family": in_families(ledger, families, wanted["family"], random),
        "near": random.sample(near, wanted["near"]),
        "other": others(ledger, wanted["other"], frozenset(near), random),
    }
    inexact = () if population.exact else ("near", "other")
    return Lot(pairs, {name: Population(sizes[name], name not in inexact) for name in pairs})


def _found(ledger: Ledger, rows: int, random: Random, progress: Progress | None) -> tuple[_Reservoir, _Reservoir, int]:
    """Return some of the pairs with a long passage, some of those without, and how many have a family in common."""
    long, short, together = _Reservoir(random, rows), _Reservoir(random, rows), 0
    for done, pair in enumerate(ledger.found_pairs()):
        (long if pair.words >= FEW else short).pass_by((pair.one, pair.other))
        together += pair.together
        if progress and done % _TICK == 0:
            progress("sample", done, None)
    return long, short, together


def spread(pairs: Mapping[Stratum, Iterable[Pair]]) -> list[tuple[Stratum, Pair]]:
    """Return all pairs with their strata."""
    return [(stratum, pair) for stratum, some in pairs.items() for pair in some]
