"""What part of each text stands elsewhere, in words outside standing text."""

from sourcier.core.family import Shares
from sourcier.lineage.analysis import Analysis


def shares(analysis: Analysis, text: int) -> Shares:
    """Return how much of a text is equal to, or in a passage with but unlike, a text not known to be later."""
    span = equal = 0
    for other in analysis.sharing.partners.get(text, {}):
        if analysis.follows(other, text):
            continue
        words = analysis.sharing.words(text, other)
        span |= words.span
        equal |= words.equal
    total = max(int(analysis.sizes[text]), span.bit_count(), 1)
    shared = equal.bit_count() / total
    reworded = (span & ~equal).bit_count() / total
    return Shares(round(shared, 4), round(reworded, 4), round(max(0.0, 1 - shared - reworded), 4))
