"""How entities are resolved over a simulated ledger: `python -m bench.entities [SIGHTINGS] [--seed N] [--errors]`.

False merges are shares: of pairs of sightings held to be one, and of sightings held to be of whoever most of their
entity are. B³ as Bagga and Baldwin have it, over all sightings.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.namesakes import Ledger, simulated
from sourcier.core.entity import Entity
from sourcier.reading.entities.resolution import resolved


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares, 0..1; `joined` and `missed` count pairs of sightings."""

    false_pairs: float
    false_sightings: float
    missed: float
    precision: float
    recall: float
    joined: int

    @property
    def b3(self) -> float:
        """The harmonic mean of B³ precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def figures(entities: Iterable[Entity], truth: Mapping[tuple[str, int], int]) -> Figures:
    """Return how right entities are."""
    held = [Counter(truth[one.article, one.index] for one in entity.sightings) for entity in entities]
    every = Counter(truth.values())
    joined = sum(_pairs(one.total()) for one in held)
    right = sum(_pairs(count) for one in held for count in one.values())
    total = every.total()
    return Figures(
        1 - right / joined if joined else 0.0,
        sum(one.total() - max(one.values()) for one in held) / total,
        1 - right / max(1, sum(map(_pairs, every.values()))),
        sum(count * count / one.total() for one in held for count in one.values()) / total,
        sum(count * count / every[human] for one in held for human, count in one.items()) / total,
        joined,
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures of one ledger."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sightings", nargs="?", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--errors", action="store_true", help="the entities that hold several")
    given = parser.parse_args(arguments)
    ledger = simulated(given.sightings, given.seed)
    start = time.process_time()
    entities = resolved(ledger.sightings)
    seconds = time.process_time() - start
    found = figures(entities, ledger.truth)
    print(f"{len(ledger.sightings)} sightings of {len(set(ledger.truth.values()))} people, seed {given.seed}")
    print(f"{len(entities)} entities in {seconds:.1f} s of CPU")
    print(f"false merges: {found.false_pairs:.4%} of {found.joined} pairs, {found.false_sightings:.4%} of sightings")
    print(f"B³ {found.b3:.4f} (precision {found.precision:.4f}, recall {found.recall:.4f})")
    print(f"missed: {found.missed:.2%} of pairs")
    if given.errors:
        print(*_errors(entities, ledger), sep="\n")


def _errors(entities: Iterable[Entity], ledger: Ledger) -> Iterable[str]:
    for entity in entities:
        humans = {ledger.truth[one.article, one.index] for one in entity.sightings}
        if len(humans) > 1:
            yield f"{entity.name}: {len(humans)} people in {len(entity.sightings)} sightings"
            for one in entity.sightings[:12]:
                yield f"    {ledger.truth[one.article, one.index]} {one.name} {one.roles} {one.country} {one.published}"
            for match in entity.matches[:12]:
                said = ", ".join(f"{reason.kind} {reason.weight:+.1f} {reason.text}" for reason in match.reasons)
                yield f"    {match.left.key} = {match.right.key}: {said}"


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


if __name__ == "__main__":
    main()
