"""Which places of which earlier texts a text is compared at: seeds, a phrase in common each."""

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage import kernels
from sourcier.lineage.arrays import I32, Holders, Mask
from sourcier.lineage.phrases import Phrases
from sourcier.lineage.settings import Settings
from sourcier.lineage.standing import Judged
from sourcier.lineage.surest import surest_links

_COMMON_LINKS = 8


def seeds(phrases: Phrases, judged: Judged, texts: Mask, until: NDArray[np.float64], settings: Settings) -> I32:
    """Return the links of `texts`, by text and word; `until` as in `surest_links`."""
    found = links(phrases, judged, texts, until, settings)
    return found[np.argsort(found[:, 0].astype(np.int64) << 32 | found[:, 2], kind="stable")]


def links(phrases: Phrases, judged: Judged, texts: Mask, until: NDArray[np.float64], settings: Settings) -> I32:
    """Return a row for every phrase that `texts` are linked by: text, earlier text, word of each."""
    found = holders(phrases, judged, settings)
    ordered = np.frombuffer(kernels.link(found, texts), np.int32).reshape(-1, 4)
    return np.concatenate((ordered, surest_links(phrases, judged, found, texts, until)))


def holders(phrases: Phrases, judged: Judged, settings: Settings) -> Holders:
    """Return who holds each phrase, and to how many of the others each is linked.

    A phrase links a text to the latest earlier ones that hold it and to the first, among which its source most likely
    is; one that many hold, or that is standing or set, to few.
    """
    latest = np.full(len(phrases), settings.links // 2, np.uint8)
    latest[judged.common] = _COMMON_LINKS // 2
    many = np.repeat(phrases.crowded, np.diff(phrases.bounds))
    latest[many] = np.minimum(2 * latest[many], _COMMON_LINKS)
    latest[judged.standing] = 1
    first = np.where(many, 0, latest).astype(np.uint8)
    p = phrases
    return Holders(p.bounds, p.texts, p.places, p.listed, latest, first)
