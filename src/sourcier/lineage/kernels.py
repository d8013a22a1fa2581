"""The compiled kernels where they could be built, else NumPy's, with equal results."""

import os
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage import plain
from sourcier.lineage.arrays import I32, I64, U64, Grams, Holders, Mask
from sourcier.lineage.limits import Limits
from sourcier.text.fold import page


def _chosen() -> ModuleType:
    if os.environ.get("SOURCIER_KERNELS") == "numpy":
        return plain
    try:
        from sourcier.lineage import _kernels  # type: ignore[attr-defined]  # noqa: PLC0415 - it may not be there
    except ImportError:
        return plain
    return _kernels  # type: ignore[no-any-return]


_kernel = _chosen()
COMPILED = _kernel is not plain


def split(text: str) -> tuple[bytes, bytes, bytes, bytes]:
    """See `plain.split`."""
    return _kernel.split(text, page)  # type: ignore[no-any-return]


def fingerprints(hashes: U64, bounds: I64, k: int, window: int) -> tuple[bytes, bytes]:
    """See `plain.fingerprints`."""
    return _kernel.fingerprints(hashes, bounds, k, window)  # type: ignore[no-any-return]


def align(words: tuple[U64, NDArray[np.uint8], Mask], bounds: I64, places: I32, limits: Limits) -> tuple[bytes, bytes]:
    """See `plain.align`."""
    return _kernel.align(words, bounds, places, limits)  # type: ignore[no-any-return]


def link(holders: Holders, wanted: Mask) -> bytes:
    """See `plain.link`."""
    return _kernel.link(holders, wanted)  # type: ignore[no-any-return]


def relinked(before: Holders, after: Holders, wanted: Mask) -> tuple[I32, I32]:
    """See `plain.relinked`; rows of four."""
    lost, gained = _kernel.relinked(before, after, wanted)
    return np.frombuffer(lost, np.int32).reshape(-1, 4), np.frombuffer(gained, np.int32).reshape(-1, 4)


def overlaps(own: Grams, one: I64, other: I64) -> I32:
    """See `plain.overlaps`."""
    return np.frombuffer(_kernel.overlaps(own, one, other), np.int32)
