"""Articles that share reuse, directly or through others: what is said of one may depend on each of the others."""

from collections.abc import Iterable, Iterator

import numpy as np

from sourcier.core.moment import Moment
from sourcier.lineage.arrays import I64
from sourcier.lineage.order import tie, when
from sourcier.store.ledger import Ledger
from sourcier.store.numbered import Known

MOST = 3_000
"""Articles of a cluster that are judged together; a process needs about 200 kB for each."""
_PART = 20_000  # articles asked about at once
_UNDATED = 1 << 62  # beyond all seconds
_BITS = 63


def portions(ledger: Ledger, numbers: Iterable[int], size: int) -> list[tuple[int, ...]]:
    """Return the clusters that hold any of these articles, about `size` articles of whole clusters at a time.

    A cluster of more than `MOST` articles is parted by time, and its parts that hold none of these are left out: in a
    large archive, texts that are told again and again may tie all to all.
    """
    asked = np.unique(np.fromiter(numbers, np.int64))
    met, edges = _reached(ledger, asked)
    labels = _labelled(met, edges)
    order = np.argsort(labels, kind="stable")
    ends = np.flatnonzero(labels[order][1:] != labels[order][:-1]) + 1
    found = [each for each in np.split(met[order], ends) if len(each)]
    large = [part for each in found if len(each) > MOST for part in _parted(ledger, each)]
    together = _together((each for each in found if len(each) <= MOST), size)
    return [tuple(each.tolist()) for each in (*together, *(part for part in large if np.isin(part, asked).any()))]


def _together(found: Iterable[I64], size: int) -> Iterator[I64]:
    portion: list[I64] = []
    for cluster in found:
        if portion and sum(map(len, portion)) + len(cluster) > size:
            yield np.concatenate(portion)
            portion = []
        portion.append(cluster)
    if portion:
        yield np.concatenate(portion)


def _reached(ledger: Ledger, numbers: I64) -> tuple[I64, I64]:
    """All articles of the clusters, and the pairs among them (two columns)."""
    met, found = numbers, []
    while len(numbers):
        pairs = [
            np.array([(one, other) for one, other, words in ledger.partners(part) if words], np.int64).reshape(-1, 2)
            for part in (numbers[start : start + _PART].tolist() for start in range(0, len(numbers), _PART))
        ]
        found += pairs
        numbers = np.setdiff1d(np.concatenate([each[:, 1] for each in pairs]), met)
        met = np.union1d(met, numbers)
    return met, np.concatenate(found) if found else np.zeros((0, 2), np.int64)


def _labelled(met: I64, edges: I64) -> I64:
    """For each article the least position of its cluster: labels spread along the pairs until none changes."""
    one, other = np.searchsorted(met, edges[:, 0]), np.searchsorted(met, edges[:, 1])
    label = np.arange(len(met))
    while True:
        least = label.copy()
        np.minimum.at(least, one, label[other])
        np.minimum.at(least, other, label[one])
        least = least[least]
        if (least == label).all():
            return label
        label = least


def _parted(ledger: Ledger, cluster: I64) -> list[I64]:
    """Part a cluster by spans of time that are halved until few articles lie in each, whatever came when."""
    rows = list(ledger.known(cluster.tolist()))
    numbers = np.array([row.number for row in rows], np.int64)
    keys = np.array([_key(row) for row in rows], np.int64)
    open_parts, found = [(np.arange(len(rows)), _BITS)], []
    while open_parts:
        rows_of, bits = open_parts.pop()
        if len(rows_of) <= MOST or not bits:
            found.append(np.sort(numbers[rows_of]))
            continue
        upper = (keys[rows_of] >> (bits - 1) & 1).astype(np.bool_)
        open_parts += [(half, bits - 1) for half in (rows_of[~upper], rows_of[upper]) if len(half)]
    return found


def _key(row: Known) -> int:
    """The second of publication; of the undated a number that spreads them."""
    if row.published is None:
        return _UNDATED | (tie(row.id) >> 2)
    return max(0, int(when(Moment(row.published))) + (1 << 40))
