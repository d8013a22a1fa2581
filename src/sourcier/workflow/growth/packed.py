"""The stretches that two articles share, as a row of the ledger."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import numpy as np

from sourcier.core.passage import PassageKind
from sourcier.lineage.arrays import I32
from sourcier.lineage.between import Between
from sourcier.store.pairs import Pair

_KINDS: tuple[PassageKind, ...] = ("reuse", "quotation", "boilerplate", "title")
_HEAD = 4  # numbers before the runs of a stretch: kind, equal words, standing or not, how many runs


def packed(found: Between, numbers: Sequence[int]) -> Iterator[Pair]:
    """Yield a row for each pair; `numbers` are the articles of the texts."""
    rows = sorted(zip(found.rows.tolist(), found.kinds, strict=True), key=lambda each: each[0][:2])
    runs = found.runs.tolist()
    for (later, earlier), group in groupby(rows, key=lambda each: each[0][:2]):
        flat: list[int] = []
        words = 0
        for (_, _, first, end, equal, standing), kind in group:
            flat += (_KINDS.index(kind), equal, standing, end - first)
            for run in runs[first:end]:
                flat += run
            words += equal if kind == "reuse" else 0
        yield numbers[later], numbers[earlier], words, np.array(flat, "<i4").tobytes()


def unpacked(pairs: Iterable[Pair], places: dict[int, int]) -> Between:
    """Return the stretches of pairs; `places` says which text each article is."""
    rows: list[tuple[int, ...]] = []
    runs: list[I32] = [np.zeros((0, 3), np.int32)]
    kinds: list[PassageKind] = []
    done = 0
    for later, earlier, _, blob in pairs:
        flat = np.frombuffer(blob, "<i4").astype(np.int32)
        at = 0
        while at < len(flat):
            kind, equal, standing, count = flat[at : at + _HEAD].tolist()
            at += _HEAD
            runs.append(flat[at : at + 3 * count].reshape(-1, 3))
            at += 3 * count
            rows.append((places[later], places[earlier], done, done + count, equal, standing))
            kinds.append(_KINDS[kind])
            done += count
    return Between(np.array(rows, np.int32).reshape(-1, 6), np.concatenate(runs), tuple(kinds))
