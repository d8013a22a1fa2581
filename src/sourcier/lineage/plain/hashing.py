"""The hash of words and of phrases: a polynomial in 64 bits, its bits mixed (the finaliser of SplitMix64)."""

import numpy as np

from sourcier.lineage.arrays import U64

BASE = np.uint64(0x9E3779B97F4A7C15)


def mixed(x: U64) -> U64:
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))
