"""Fingerprints: of each window of phrases the one with the least hash is kept."""

import numpy as np

from sourcier.lineage.arrays import I64, U64
from sourcier.lineage.plain.hashing import BASE, mixed


def fingerprints(hashes: U64, bounds: I64, k: int, window: int) -> tuple[bytes, bytes]:
    """Return the winnowed hashes of k words (uint64) and the places of their first words (int64), in order."""
    all_grams, all_places = [np.zeros(0, np.uint64)], [np.zeros(0, np.int64)]
    for low, high in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        if high - low >= k:
            grams = _grams(hashes[low:high], k)
            places = _winnowed(grams, window)
            all_grams.append(grams[places])
            all_places.append(places + low)
    return np.concatenate(all_grams).tobytes(), np.concatenate(all_places).tobytes()


def _grams(hashes: U64, k: int) -> U64:
    count = len(hashes) - k + 1
    total = np.zeros(count, np.uint64)
    for i in range(k):
        total = total * BASE + hashes[i : i + count]
    return mixed(total)


def _winnowed(grams: U64, window: int) -> I64:
    """The place of the least hash of each window, the last of equal ones."""
    window = min(window, len(grams))
    windows = np.lib.stride_tricks.sliding_window_view(grams, window)
    least = window - 1 - np.argmin(windows[:, ::-1], axis=1)
    return np.unique(least + np.arange(len(windows)))
