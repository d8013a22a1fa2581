"""How often n-grams come back in running text: what makes a synthetic corpus credible."""

from collections import Counter
from collections.abc import Sequence


def repeated_share(words: Sequence[str], n: int) -> float:
    """Share (0..1) of the n-gram positions whose n-gram stands at an earlier position too; case is folded."""
    folded = [word.lower().strip(".,«»\u00a0") for word in words]
    grams = Counter(zip(*(folded[start:] for start in range(n)), strict=False))
    total = sum(grams.values())
    return (total - len(grams)) / total if total else 0.0
