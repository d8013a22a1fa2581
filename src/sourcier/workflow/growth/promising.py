"""Which links between articles have words enough around them that a passage may stand there."""

import numpy as np

from sourcier.lineage import kernels
from sourcier.lineage.arrays import I32, I64, distinct
from sourcier.lineage.limits import Limits
from sourcier.lineage.settings import LIMITS
from sourcier.lineage.words import Wording, wording
from sourcier.store.ledger import Ledger

_AT_ONCE = 20_000  # links
_BARE = LIMITS._replace(least=1, gap=0, split_long=0, split_unequal=0, window=0)  # runs of equal words, each by itself


def promising(ledger: Ledger, links: I64) -> I64:
    """Return the later articles of links (article, earlier one, word of each) that may share a passage by them.

    What is standing text counts like any other here: it could only make a passage shorter.
    """
    links = links[np.lexsort((links[:, 2], links[:, 1], links[:, 0]))]
    found = [np.zeros(0, np.int64)]
    start = 0
    while start < len(links):
        end = min(len(links), start + _AT_ONCE)
        end = int(np.searchsorted(links[:, 0], links[end - 1, 0], side="right"))  # all of an article together
        found.append(_promising(ledger, links[start:end]))
        start = end
    return distinct(np.concatenate(found))


def _promising(ledger: Ledger, links: I64) -> I64:
    texts = dict(ledger.texts_of(distinct(links[:, :2]).tolist()))
    numbers = np.array(list(texts), np.int64)
    links = links[np.isin(links[:, :2], numbers).all(axis=1)]
    words = wording(texts.values())
    places = np.column_stack((np.searchsorted(numbers, links[:, :2]), links[:, 2:])).astype(np.int32)
    places = np.ascontiguousarray(places[np.lexsort((places[:, 2], places[:, 0]))])
    return numbers[np.append(_passages(words, places), _equal(words, places))]


def _passages(words: Wording, places: I32) -> I64:
    """The texts that share a passage."""
    return _rows(words, places, LIMITS)[:, 0].astype(np.int64)


def _equal(words: Wording, places: I32) -> I64:
    """The texts that share so many equal words with another that a passage could be made of them."""
    rows = _rows(words, places, _BARE)
    pairs, at = np.unique(rows[:, 0].astype(np.int64) << 32 | rows[:, 1], return_inverse=True)
    enough = np.bincount(at, weights=rows[:, 4], minlength=len(pairs)) >= LIMITS.least
    texts: I64 = pairs[enough] >> 32
    return texts


def _rows(words: Wording, places: I32, limits: Limits) -> I32:
    plain = np.zeros(len(words.words), np.bool_)
    rows, _ = kernels.align((words.words.hashes, words.words.marks, plain), words.bounds, places, limits)
    return np.frombuffer(rows, np.int32).reshape(-1, 6)
