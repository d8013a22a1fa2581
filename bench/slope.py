"""How what something takes grows with its size."""

from collections.abc import Iterable
from math import log
from statistics import linear_regression


def slope(points: Iterable[tuple[float, float]]) -> float | None:
    """Least-squares slope of the logarithms of (size, cost): 1 is in proportion; None with fewer than two sizes."""
    known = [(log(size), log(cost)) for size, cost in points if size > 0 and cost > 0]
    if len({size for size, _ in known}) < 2:
        return None
    return linear_regression([size for size, _ in known], [cost for _, cost in known]).slope
