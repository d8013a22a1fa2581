"""Links to the texts that surely came out early, also where others stand before them in the order of comparison.

Texts are ordered by the first second that their date can mean: a dispatch of ten o'clock stands behind every reprint
of which the day alone is known, and may be neither among the first nor among the latest holders of a phrase.
"""

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage.arrays import I32, I64, Holders, Mask
from sourcier.lineage.phrases import Phrases
from sourcier.lineage.standing import Judged

_SUREST = 8  # holders of a phrase


def surest_links(phrases: Phrases, judged: Judged, found: Holders, texts: Mask, until: NDArray[np.float64]) -> I32:
    """Return the links (text, earlier text, word of each) of `texts` that the first and the latest leave out.

    The holders of a phrase whose time is over first are linked to all others. `until` tells of each text the second
    before which it came out, infinite where that is unknown.
    """
    rows = np.flatnonzero(_wanted(phrases, judged, found))
    hubs, starts, sizes = _surest(phrases, found, rows, until)
    one = np.repeat(hubs, sizes)
    other = np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(len(one))
    kept = ~(np.isin(other, hubs) & (other < one))  # two that are both among the surest meet once
    pairs = np.sort(np.column_stack((one, other))[kept], axis=1)
    earlier, later = rows[pairs[:, 0]], rows[pairs[:, 1]]
    apart = phrases.texts[earlier] != phrases.texts[later]
    linked = apart & texts[phrases.texts[later]] & phrases.listed[earlier] & ~_known(phrases, found, later, earlier)
    later, earlier = later[linked], earlier[linked]
    columns = phrases.texts[later], phrases.texts[earlier], phrases.places[later], phrases.places[earlier]
    return np.ascontiguousarray(np.column_stack(columns).astype(np.int32))


def _surest(phrases: Phrases, found: Holders, rows: I64, until: NDArray[np.float64]) -> tuple[I64, I64, I64]:
    """The surest of these rows, as positions among them; where those of the phrase of each begin, how many these are.

    Those that are among the first holders as well are left out: they are linked to all anyway.
    """
    of = phrases.numbers()[rows]
    _, opens, sizes = np.unique(of, return_index=True, return_counts=True)
    order = np.lexsort((rows, until[phrases.texts[rows]], of))
    surest = order[np.arange(len(rows)) - np.repeat(opens, sizes) < _SUREST]
    surest = surest[_rank(phrases, rows[surest]) >= found.first[rows[surest]]]
    phrase = np.repeat(np.arange(len(opens)), sizes)[surest]
    return surest, opens[phrase], sizes[phrase]


def _wanted(phrases: Phrases, judged: Judged, found: Holders) -> Mask:
    """The rows of phrases with more holders than are linked anyway, neither crowded, nor set, nor standing text."""
    sizes = np.diff(phrases.bounds)
    linked = found.latest.astype(np.int64) + found.first
    many = np.repeat(sizes, sizes) > linked + 1
    return np.asarray(many & ~np.repeat(phrases.crowded, sizes) & ~judged.standing & ~judged.common)


def _known(phrases: Phrases, found: Holders, later: I64, earlier: I64) -> Mask:
    """Tell of which pairs of rows the earlier one is among the first or the latest listed ones before the later."""
    p = phrases
    first_of_text = np.maximum.accumulate(np.where(_begins(p), np.arange(len(p)), 0))
    rank, ahead = _rank(p, earlier), _rank(p, first_of_text[later])
    low = np.maximum(0, ahead - found.latest[later])
    return np.asarray((rank >= low) | (rank < found.first[later]))


def _rank(phrases: Phrases, rows: I64) -> I64:
    """Return how many listed rows of its phrase stand before each row."""
    before = np.append(0, np.cumsum(phrases.listed))
    of = np.searchsorted(phrases.bounds, rows, side="right") - 1
    return np.asarray(before[rows] - before[phrases.bounds[of]])


def _begins(phrases: Phrases) -> Mask:
    """Tell which rows are the first of a text in a phrase."""
    begins = np.ones(len(phrases), np.bool_)
    begins[1:] = phrases.texts[1:] != phrases.texts[:-1]
    begins[phrases.bounds[:-1][np.diff(phrases.bounds) > 0]] = True
    return begins
