"""The compiled kernels where they could be built, else NumPy's, with equal results."""

import os
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage import plain
from sourcier.lineage.arrays import I64, U64, Mask, Postings
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


def align(
    words: tuple[U64, NDArray[np.uint8], Mask], bounds: I64, postings: Postings, limits: Limits
) -> tuple[bytes, bytes]:
    """See `plain.align`."""
    return _kernel.align(words, bounds, postings, limits)  # type: ignore[no-any-return]
