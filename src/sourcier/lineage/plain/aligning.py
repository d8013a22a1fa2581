"""Aligned passages between texts and the earlier ones that they are linked to."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage.arrays import I32, I64, U64, Mask
from sourcier.lineage.limits import Limits
from sourcier.lineage.plain.chaining import build
from sourcier.lineage.plain.cutting import Part, passages
from sourcier.lineage.plain.linking import chains, maximal_runs
from sourcier.lineage.plain.pair import Pair, Place, Run, Side


def align(words: tuple[U64, NDArray[np.uint8], Mask], bounds: I64, places: I32, limits: Limits) -> tuple[bytes, bytes]:
    """Return passages (int32 × 6: derived, source, first run, end run, equal words, standing) and runs (int32 × 3).

    `words` are the hashes, the marks and what is standing text, of all texts end to end; `bounds` where each text's
    begin; `places` (int32 × 4) where two texts share a phrase: derived, source, word of each, by derived and its word.
    """

    @cache
    def side(text: int) -> Side:
        here = slice(int(bounds[text]), int(bounds[text + 1]))
        return Side(*(column[here].tolist() for column in words))

    seeds: dict[int, dict[int, list[Place]]] = {}
    for derived, source, i, j in places.tolist():
        seeds.setdefault(derived, {}).setdefault(source, []).append((i, j))
    found: list[tuple[int, ...]] = []
    out: list[Run] = []
    for derived, by_source in seeds.items():
        for source in sorted(by_source):
            pair = Pair(side(derived), side(source), limits, bytearray(len(side(derived).words)))
            for kind, part in _aligned(pair, by_source[source]):
                found.append((derived, source, len(out), len(out) + len(part), sum(n for _, _, n in part), kind))
                out += part
    return np.array(found, np.int32).tobytes(), np.array(out, np.int32).tobytes()


def _aligned(pair: Pair, seeds: list[Place]) -> list[Part]:
    runs = maximal_runs(pair, seeds)
    if sum(n for _, _, n in runs) < pair.limits.seed:
        return []
    return [part for members in chains(runs, pair.limits) for part in passages(pair, build(pair, members))]
