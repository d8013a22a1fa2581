"""Fingerprints of texts: hashes of k words, winnowed (Schleimer, Wilkerson and Aiken, 2003)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage import kernels
from sourcier.lineage.arrays import I32, I64, U64, Mask
from sourcier.lineage.plain.hashing import mixed
from sourcier.lineage.settings import Settings
from sourcier.lineage.words import Wording

_REPEATS = 4  # a phrase that one text repeats counts this often; a text of one word repeated stays linear
_BYTE = np.uint32(0xFF)


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprints:
    """Fingerprints of texts end to end, in order of place; those of text t are `bounds[t]` to `bounds[t + 1]`.

    `places` count the words before each in its text. A context has a byte of each of the two words before (nearest
    first) and the two after, so that a longer run of equal words can be told from a chance one without the texts.
    """

    bounds: I64
    grams: U64
    places: I32
    contexts: NDArray[np.uint32]

    def owners(self) -> I32:
        """Return whose each fingerprint is."""
        return np.repeat(np.arange(len(self.bounds) - 1, dtype=np.int32), np.diff(self.bounds))


def fingerprints(wording: Wording, settings: Settings) -> Fingerprints:
    """Return the fingerprints of texts; the later repeats of one in the same text are left out."""
    hashes, bounds = wording.words.hashes, wording.bounds
    all_grams, all_places = kernels.fingerprints(hashes, bounds, settings.k, settings.window)
    grams, places = np.frombuffer(all_grams, np.uint64), np.frombuffer(all_places, np.int64)
    owners = np.searchsorted(bounds, places, side="right") - 1
    kept = _without_repeats(grams, owners)
    grams, places, owners = grams[kept], places[kept], owners[kept]
    ends = np.searchsorted(owners, np.arange(len(bounds)))
    contexts = _contexts(hashes, places, bounds[owners], bounds[owners + 1], settings.k)
    return Fingerprints(ends.astype(np.int64), grams, (places - bounds[owners]).astype(np.int32), contexts)


def _without_repeats(grams: U64, owners: I64) -> Mask:
    kept = np.ones(len(grams), np.bool_)
    ranked = np.sort(grams ^ mixed(owners.astype(np.uint64)))  # equal ones are most likely of one text
    if not (ranked[_REPEATS:] == ranked[:-_REPEATS]).any():
        return kept
    order = np.lexsort((grams, owners))
    ranked, texts = grams[order], owners[order]
    kept[order[_REPEATS:]] = (ranked[_REPEATS:] != ranked[:-_REPEATS]) | (texts[_REPEATS:] != texts[:-_REPEATS])
    return kept


def _contexts(hashes: U64, places: I64, low: I64, high: I64, k: int) -> NDArray[np.uint32]:
    found = np.zeros(len(places), np.uint32)
    for shift, step in enumerate((-1, -2, k, k + 1)):
        at = places + step
        inside = (low <= at) & (at < high)
        letters = np.where(inside, hashes[np.where(inside, at, 0)] if len(hashes) else 0, 0).astype(np.uint32)
        found |= (letters & _BYTE) << np.uint32(8 * shift)
    return found
