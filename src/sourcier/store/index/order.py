"""The order of things in a segment: fingerprints by gram, then key of their text, then place."""

import numpy as np

from sourcier.store.index.entries import I64, U32, U64


def key(tie: U64) -> U64:
    """Return the order of texts in a group: the finaliser of SplitMix64, so that it favours no id."""
    x = (tie ^ (tie >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


def by_key(tie: U64, numbers: I64) -> I64:
    """Return the order of texts within a segment."""
    return np.lexsort((numbers, key(tie)))


def by_gram(grams: U64) -> I64:
    """Return the order of grams; equal ones stay in theirs.

    The high bits of each gram are sorted together with its position, as one number: several times faster than a sort
    of positions. The few grams that differ in the low bits only are sorted afterwards.
    """
    bits = np.uint64(max(1, (len(grams) - 1).bit_length()))
    packed = (grams >> bits << bits) | np.arange(len(grams), dtype=np.uint64)
    packed.sort()
    order = (packed & ((np.uint64(1) << bits) - np.uint64(1))).view(np.int64)
    ranked = grams[order]
    back = ranked[1:] < ranked[:-1]
    if back.any():
        high = ranked >> bits
        runs = _groups(high[1:] != high[:-1])
        here = _of_groups(runs, back)
        order[here] = order[here][np.lexsort((order[here], ranked[here]))]
    return order


def merged(grams: U64, slots: U32) -> I64:
    """Return the order of fingerprints by gram, then slot; given are runs that are in this order already."""
    order = np.argsort(grams, kind="stable")  # which merges runs that it meets
    ranked, texts = grams[order], slots[order]
    same = ranked[1:] == ranked[:-1]
    back = same & (texts[1:] < texts[:-1])
    if back.any():
        groups = _groups(~same)
        here = _of_groups(groups, back)
        order[here] = order[here][np.lexsort((texts[here], groups[here]))]
    return order


def _groups(opens: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> I64:
    """Return the number of the group of each, told which but the first open one."""
    groups = np.zeros(len(opens) + 1, np.int64)
    np.cumsum(opens, out=groups[1:])
    return groups


def _of_groups(groups: I64, wanted: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> I64:
    """Return the positions of all groups in which one is wanted (told of each but the first)."""
    chosen = np.zeros(int(groups[-1]) + 1, np.bool_)
    chosen[groups[1:][wanted]] = True
    return np.flatnonzero(chosen[groups])
