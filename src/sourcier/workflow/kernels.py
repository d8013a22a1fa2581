"""Whether the hot loops run compiled."""

from sourcier.lineage import kernels


def compiled() -> bool:
    """Tell whether the compiled kernels are in use; NumPy gives the same results, slower."""
    return kernels.COMPILED
