"""Fingerprints of texts: hashes of k words, winnowed (Schleimer, Wilkerson and Aiken, 2003)."""

from dataclasses import dataclass

import numpy as np

from sourcier.lineage import kernels
from sourcier.lineage.arrays import I32, I64, U64, Grams, Mask
from sourcier.lineage.plain.hashing import mixed
from sourcier.lineage.settings import Settings
from sourcier.lineage.words import Wording

_REPEATS = 4  # a phrase that one text repeats counts this often; a text of one word repeated stays linear


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprints:
    """Fingerprints of texts end to end, in order of place; those of text t are `bounds[t]` to `bounds[t + 1]`.

    `places` count the words before each in its text.
    """

    bounds: I64
    grams: U64
    places: I32

    def owners(self) -> I32:
        """Return whose each fingerprint is."""
        return np.repeat(np.arange(len(self.bounds) - 1, dtype=np.int32), np.diff(self.bounds))

    def lying(self) -> Grams:
        """Return where they lie."""
        sizes = np.diff(self.bounds)
        last = np.zeros(len(sizes), np.int64)
        last[sizes > 0] = self.places[self.bounds[1:][sizes > 0] - 1]
        return Grams((self.grams,), np.zeros(len(sizes), np.int32), self.bounds[:-1], sizes, last)


def fingerprints(wording: Wording, settings: Settings) -> Fingerprints:
    """Return the fingerprints of texts; the later repeats of one in the same text are left out."""
    hashes, bounds = wording.words.hashes, wording.bounds
    all_grams, all_places = kernels.fingerprints(hashes, bounds, settings.k, settings.window)
    grams, places = np.frombuffer(all_grams, np.uint64), np.frombuffer(all_places, np.int64)
    owners = np.searchsorted(bounds, places, side="right") - 1
    kept = _without_repeats(grams, owners)
    grams, places, owners = grams[kept], places[kept], owners[kept]
    ends = np.searchsorted(owners, np.arange(len(bounds)))
    return Fingerprints(ends.astype(np.int64), grams, (places - bounds[owners]).astype(np.int32))


def _without_repeats(grams: U64, owners: I64) -> Mask:
    kept = np.ones(len(grams), np.bool_)
    ranked = np.sort(grams ^ mixed(owners.astype(np.uint64)))  # equal ones are most likely of one text
    if not (ranked[_REPEATS:] == ranked[:-_REPEATS]).any():
        return kept
    order = np.lexsort((grams, owners))
    ranked, texts = grams[order], owners[order]
    kept[order[_REPEATS:]] = (ranked[_REPEATS:] != ranked[:-_REPEATS]) | (texts[_REPEATS:] != texts[:-_REPEATS])
    return kept
