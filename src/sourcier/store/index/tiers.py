"""Which segments are merged: those of similar size, so that each text is rewritten only a few times in its life."""

from collections.abc import Sequence

from sourcier.store.index.segment import Part

_SMALLEST = 1 << 16  # fingerprints, some 400 articles; smaller segments are of one tier
_GROWTH = 4
_MOST = 4  # segments of a tier
LARGEST = 1 << 26  # fingerprints, some 400,000 articles: larger ones are left as they are, so that no merge is endless


def next_merge(parts: Sequence[Part]) -> list[Part]:
    """Return the parts to be merged now, none when nothing is too many."""
    tiers: dict[int, list[Part]] = {}
    for part in parts:
        if not part.living:
            return [part]
        size = _size(part)
        if part.alive is not None and size * 2 < part.segment.header.fingerprints:
            return [part]
        if size < LARGEST // 2:
            tiers.setdefault(_tier(size), []).append(part)
    for _, members in sorted(tiers.items()):
        if len(members) > _MOST:
            return members
    return []


def _size(part: Part) -> int:
    """Return about how many fingerprints are alive."""
    return part.segment.header.fingerprints * part.living // max(1, len(part.segment))


def _tier(size: int) -> int:
    tier = 0
    while size >= _SMALLEST * _GROWTH:
        size //= _GROWTH
        tier += 1
    return tier
