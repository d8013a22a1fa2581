"""Whether one dispatch with many reprints was found whole."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bench import measures
from bench.answers import Row, oriented
from bench.measures import Pair, Tally, Truth
from bench.score import Score, both
from bench.spans import common


@dataclass(slots=True)
class Reprints:
    """The story of one dispatch."""

    dispatch: str | None
    of: int = 0
    linked: int = 0
    reached: int = 0
    characters: Tally = field(default_factory=Tally)
    pairs: Tally = field(default_factory=Tally)

    def add(self, story: Truth, rows: Iterable[Row]) -> None:
        found = measures.by_pair(oriented(rows, story))
        self.of = len(story) - 1
        self.pairs = measures.pairs(story, found)
        self.reached = len(_tied(self.dispatch or "", found, set(story))) - 1
        for document in story.values():
            pair = document.identity, self.dispatch or ""
            true = measures.true_spans(document.shared.get(pair[1], ()))
            spans = measures.found_spans(found.get(pair, ()))
            right = common(spans, true)
            self.linked += right > 0 or (pair in found and not spans)
            self.characters.add(right, sum(e - s for s, e in spans) - right, sum(e - s for s, e in true) - right)

    def told(self) -> Score:
        """`linked` reprints have a passage from the dispatch itself; `reached` are tied to it, if only by another."""
        return {
            "of": self.of,
            "linked": self.linked,
            "reached": self.reached,
            "characters": both(self.characters),
            "pairs": both(self.pairs),
        }


def _tied(start: str, pairs: Iterable[Pair], within: set[str]) -> set[str]:
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        if one in within and other in within:
            beside[one].add(other)
            beside[other].add(one)
    reached, waiting = {start}, [start]
    while waiting:
        new = beside[waiting.pop()] - reached
        reached |= new
        waiting.extend(new)
    return reached
