"""The compiled kernels where they could be built, else NumPy's, with equal results."""

import os
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage import _fallback
from sourcier.lineage._fallback import U64, Limits, Postings
from sourcier.text.fold import page


def _chosen() -> ModuleType:
    if os.environ.get("SOURCIER_KERNELS") == "numpy":
        return _fallback
    try:
        from sourcier.lineage import _kernels  # type: ignore[attr-defined]  # noqa: PLC0415 - it may not be there
    except ImportError:
        return _fallback
    return _kernels  # type: ignore[no-any-return]


_kernel = _chosen()
COMPILED = _kernel is not _fallback


def split(text: str) -> tuple[bytes, bytes, bytes, bytes]:
    """See `_fallback.split`."""
    return _kernel.split(text, page)  # type: ignore[no-any-return]


def fingerprints(hashes: U64, bounds: NDArray[np.int64], k: int, window: int) -> tuple[bytes, bytes]:
    """See `_fallback.fingerprints`."""
    return _kernel.fingerprints(hashes, bounds, k, window)  # type: ignore[no-any-return]


def align(
    hashes: U64,
    marks: NDArray[np.uint8],
    standing: NDArray[np.bool_],
    bounds: NDArray[np.int64],
    postings: Postings,
    limits: Limits,
) -> tuple[bytes, bytes]:
    """See `_fallback.align`."""
    if _kernel is _fallback:
        return _fallback.align(hashes, marks, standing, bounds, postings, limits)
    return _kernel.align(hashes, marks, standing, bounds, *postings, limits)  # type: ignore[no-any-return]
