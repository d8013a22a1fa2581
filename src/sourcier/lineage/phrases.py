"""Phrases that several texts hold: who holds each, in the order of the texts."""

from dataclasses import dataclass

import numpy as np

from sourcier.lineage.arrays import I32, I64, U64, Mask
from sourcier.lineage.fingerprints import Fingerprints
from sourcier.lineage.plain.hashing import mixed

LISTED = 512
"""Holders of a phrase that others are compared with; of more, those of the least keys: the same in any order."""
_WITNESSES = 64  # of these, those that show whether it is standing text


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """A row for each phrase in each text, by phrase, then text, then place; phrase p has rows `bounds[p]` on.

    `listed` rows are those that others are compared with, `witnesses` those that tell what the phrase is; `crowded`
    phrases have more holders than are listed.
    """

    bounds: I64
    texts: I32
    places: I32
    listed: Mask
    witnesses: Mask
    crowded: Mask

    def __len__(self) -> int:
        return len(self.texts)

    def numbers(self) -> I64:
        """Return the phrase of each row."""
        return np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds))

    def take(self, rows: Mask) -> "Phrases":
        """Return some of the rows; a phrase without any stays."""
        bounds = np.append(0, np.cumsum(rows)).astype(np.int64)[self.bounds]
        return Phrases(
            bounds, self.texts[rows], self.places[rows], self.listed[rows], self.witnesses[rows], self.crowded
        )


def keys(ties: U64) -> U64:
    """Return the numbers by which holders of a phrase are chosen: evenly spread, whatever the order of arrival."""
    return mixed(ties)


def common_phrases(own: Fingerprints, ties: U64) -> Phrases:
    """Return the phrases that stand twice or more in these texts, which are all there are."""
    order = np.argsort(own.grams, kind="stable")
    ranked = own.grams[order]
    again = np.zeros(len(order) + 1, np.bool_)
    again[1:-1] = ranked[1:] == ranked[:-1]
    kept = again[:-1] | again[1:]
    order, opens = order[kept], ~again[:-1][kept]
    bounds = np.append(np.flatnonzero(opens), len(order)).astype(np.int64)
    rows = own.owners()[order], own.places[order]
    sizes = np.diff(bounds)
    listed = least(bounds, rows[0], keys(ties), LISTED)
    return Phrases(bounds, *rows, listed, _witnesses(bounds, rows[0], keys(ties), listed), sizes > LISTED)


def gathered(bounds: I64, rows: tuple[I32, I32], listed: Mask, totals: I64, ties: U64) -> Phrases:
    """Return phrases of which not all holders may be at hand: the `listed` ones, and texts that are asked about.

    `totals` says how many rows each phrase has in all.
    """
    return Phrases(bounds, *rows, listed, _witnesses(bounds, rows[0], keys(ties), listed), totals > LISTED)


def _witnesses(bounds: I64, texts: I32, of_text: U64, listed: Mask) -> Mask:
    if not len(bounds) or int(np.diff(bounds).max(initial=0)) <= _WITNESSES:
        return listed
    kept = np.flatnonzero(listed)
    inside = np.append(0, np.cumsum(listed)).astype(np.int64)[bounds]
    result = np.zeros(len(texts), np.bool_)
    result[kept] = least(inside, texts[kept], of_text, _WITNESSES)
    return result


def least(bounds: I64, texts: I32, of_text: U64, most: int) -> Mask:
    """Tell for each row whether it is one of the `most` of its phrase with the least keys, then places."""
    result = np.ones(len(texts), np.bool_)
    sizes = np.diff(bounds)
    for phrase in np.flatnonzero(sizes > most).tolist():
        low, high = int(bounds[phrase]), int(bounds[phrase + 1])
        order = np.argsort(of_text[texts[low:high]], kind="stable")
        result[low + order[most:]] = False
    return result
