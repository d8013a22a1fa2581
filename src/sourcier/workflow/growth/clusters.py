"""Articles that share reuse, directly or through others: what is said of one may depend on each of the others."""

from collections.abc import Iterable, Iterator

import numpy as np

from sourcier.lineage.arrays import I64
from sourcier.store.ledger import Ledger

_PART = 20_000  # articles asked about at once


def clusters(ledger: Ledger, numbers: Iterable[int]) -> list[list[int]]:
    """Return the clusters that hold any of these articles, each in order of number."""
    met, edges = _reached(ledger, np.unique(np.fromiter(numbers, np.int64)))
    labels = _labelled(met, edges)
    order = np.argsort(labels, kind="stable")
    ends = np.flatnonzero(labels[order][1:] != labels[order][:-1]) + 1
    return [part.tolist() for part in np.split(met[order], ends) if len(part)]


def chunks(found: Iterable[list[int]], size: int) -> Iterator[list[int]]:
    """Yield whole clusters together, about `size` articles at a time; a larger cluster stays whole."""
    chunk: list[int] = []
    for cluster in found:
        if chunk and len(chunk) + len(cluster) > size:
            yield chunk
            chunk = []
        chunk += cluster
    if chunk:
        yield chunk


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
