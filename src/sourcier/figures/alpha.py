"""How far coders agree: Krippendorff's alpha for names of things, and the plain share of equal answers.

Alpha is 1 less the disagreement seen over that expected by chance; answers that are missing are passed over (K.
Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011). Its interval is that of a bootstrap over the rows (A.
Zapf and others, BMC Medical Research Methodology 16:93, 2016).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_REPLICATES = 5_000
_SEED = 1
_BOUNDS = (0.025, 0.975)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Agreement:
    """Over `rows` with two answers or more: `equal` is the share of pairs of answers that are equal, 0..1.

    `alpha` is None where all answers are the same, for chance would agree as well. `low` and `high` are its bounds at
    95 %.
    """

    rows: int
    equal: float | None
    alpha: float | None
    low: float | None
    high: float | None


def agreement(rows: Sequence[Sequence[str]]) -> Agreement:
    """Return how far the answers given in each row agree; a row with fewer than two is left aside."""
    paired = [row for row in rows if len(row) > 1]
    if not paired:
        return Agreement(0, None, None, None, None)
    matrices = _coincidences(paired)
    whole = matrices.sum(axis=0)
    alpha = float(_alpha(whole[None])[0])
    equal = [sum(n * (n - 1) for n in Counter(row).values()) / 2 for row in paired]
    pairs = [len(row) * (len(row) - 1) / 2 for row in paired]
    share = sum(equal) / sum(pairs)
    if np.isnan(alpha):
        return Agreement(len(paired), share, None, None, None)
    low, high = _bootstrap(matrices)
    return Agreement(len(paired), share, alpha, min(low, alpha), max(high, alpha))


def _coincidences(rows: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    """One matrix a row: how often each value stands beside each other one, each answer counting once."""
    values = {value: place for place, value in enumerate(sorted({value for row in rows for value in row}))}
    matrices = np.zeros((len(rows), len(values), len(values)))
    for place, row in enumerate(rows):
        counts = np.zeros(len(values))
        for value in row:
            counts[values[value]] += 1
        matrices[place] = (np.outer(counts, counts) - np.diag(counts)) / (len(row) - 1)
    return matrices


def _alpha(wholes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the alpha of each matrix, not a number where there is nothing to disagree on."""
    marginals = wholes.sum(axis=2)
    n = marginals.sum(axis=1)
    seen = n - np.trace(wholes, axis1=1, axis2=2)
    expected = (n * n - (marginals**2).sum(axis=1)) / np.maximum(n - 1, 1)
    parts: NDArray[np.float64] = np.divide(seen, expected, out=np.full(len(n), np.nan), where=expected > 0)
    return 1 - parts


def _bootstrap(matrices: NDArray[np.float64]) -> tuple[float, float]:
    random = np.random.default_rng(_SEED)
    rows, values = len(matrices), matrices.shape[1]
    flat = matrices.reshape(rows, -1)
    found = []
    for _ in range(_REPLICATES // _AT_ONCE):
        weights = random.multinomial(rows, np.full(rows, 1 / rows), _AT_ONCE).astype(np.float64)
        found.append(_alpha((weights @ flat).reshape(_AT_ONCE, values, values)))
    low, high = np.nanquantile(np.concatenate(found), _BOUNDS)
    return float(low), float(high)
