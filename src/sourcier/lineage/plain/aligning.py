"""Aligned passages between each text and the earlier ones."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage.arrays import I64, U64, Mask, Postings
from sourcier.lineage.limits import Limits
from sourcier.lineage.plain.chaining import build
from sourcier.lineage.plain.cutting import Part, passages
from sourcier.lineage.plain.linking import chains, maximal_runs
from sourcier.lineage.plain.pair import Pair, Place, Run, Side


def align(
    words: tuple[U64, NDArray[np.uint8], Mask], bounds: I64, postings: Postings, limits: Limits
) -> tuple[bytes, bytes]:
    """Return passages (int32 × 6: derived, source, first run, end run, equal words, standing) and runs (int32 × 3).

    `words` are the hashes, the marks and what is standing text, of all texts end to end; `bounds` where each text's
    begin.
    """

    @cache
    def side(text: int) -> Side:
        here = slice(int(bounds[text]), int(bounds[text + 1]))
        return Side(*(column[here].tolist() for column in words))

    found: list[tuple[int, ...]] = []
    out: list[Run] = []
    for derived, by_source in _seeds(bounds, postings):
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


def _seeds(bounds: I64, p: Postings) -> list[tuple[int, dict[int, list[Place]]]]:
    """Return for each text the places (in words) where it shares a fingerprint with each earlier one."""
    texts, places = p.documents.tolist(), p.places.tolist()
    order, rank, group, caps = p.order.tolist(), p.rank.tolist(), p.group.tolist(), p.caps.tolist()
    found: dict[int, dict[int, list[Place]]] = {}
    for posting, derived in enumerate(texts):
        for other in _linked((order, texts), rank[posting], group[rank[posting]], caps[posting]):
            source = texts[other]
            seed = (places[posting] - int(bounds[derived]), places[other] - int(bounds[source]))
            found.setdefault(derived, {}).setdefault(source, []).append(seed)
    return list(found.items())


def _linked(sorted_texts: tuple[list[int], list[int]], here: int, first: int, cap: int) -> list[int]:
    """Return the postings that one is linked to: the latest of earlier texts, and the first."""
    order, texts = sorted_texts
    other = here - 1
    while other >= first and texts[order[other]] == texts[order[here]]:
        other -= 1
    if other < first:
        return []
    latest = list(range(other, max(first, other - cap + 1), -1)) if cap > 1 else []
    return [order[r] for r in (*latest, first)]
