"""Standing text: what an outlet or a group prints under or between articles that have nothing else in common."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage import kernels
from sourcier.lineage.arrays import I32, I64, Grams, Mask, distinct
from sourcier.lineage.phrases import Phrases

_RELATED = 0.25  # articles that share this part of the shorter one's fingerprints are related,
_RELATED_AT_EDGE = 0.75  # but for what stands at the same distance from the start or end of both
_LONGEST_AT_EDGE = 60  # fingerprints
_NEAR = 3  # words that these distances may differ by
_MOSTLY = 0.6  # of the neighbours that hold a phrase must be unrelated
_OF_OUTLET = 3  # articles of one outlet
_OF_MANY = 8  # articles of several outlets
_SET_PHRASE = 3  # occasions make a phrase common, which is no evidence; it takes more to be standing text
_UNDATED = 0.5  # of an occasion
_DAYS_OF_OUTLET = 10
_DAYS_OF_MANY = 30
_ENOUGH = 6  # so many articles need no span of days


class Publications(NamedTuple):
    """What standing text depends on, by text: outlet (-1: unknown) and day as an ordinal (-1: unknown)."""

    outlets: I64
    days: I64


class Judged(NamedTuple):
    """For each row of phrases: is it standing text there, and is it a set phrase."""

    standing: Mask
    common: Mask

    def take(self, rows: Mask) -> "Judged":
        """Return some of the rows."""
        return Judged(self.standing[rows], self.common[rows])


def standing(phrases: Phrases, publications: Publications, own: Grams) -> Judged:
    """Tell for each phrase in each text whether it is standing text there, and whether it is a set phrase.

    Three articles of one outlet over more than ten days, or eight of several outlets over more than thirty, are
    enough where most neighbours share little else; without dates, or in fewer days, it takes six of one outlet.
    `own` are the fingerprints of the texts of all phrases with three holders or more.
    """
    result = Judged(np.zeros(len(phrases), np.bool_), np.zeros(len(phrases), np.bool_))
    rows = np.flatnonzero(_may_be(phrases, publications))
    if not len(rows):
        return result
    table = _Rows(phrases, rows[phrases.witnesses[rows]], publications, own)
    within, across = table.judged(publications.outlets), table.judged(np.zeros(len(publications.outlets), np.int64))
    numbers = phrases.numbers()[rows]
    outlets = publications.outlets[phrases.texts[rows]]
    here, there = within.of(numbers, outlets), across.of(numbers, np.zeros(len(rows), np.int64))
    of_outlet = (outlets >= 0) & (here >= 0) & within.is_of_outlet()[here]
    result.standing[rows] = of_outlet | across.is_of_many()[there]
    result.common[rows] = across.occasions[there] >= _SET_PHRASE
    return result


def wanted(phrases: Phrases, publications: Publications) -> I32:
    """Return the texts whose fingerprints `standing` needs."""
    return distinct(phrases.texts[_may_be(phrases, publications) & phrases.witnesses])


def _may_be(phrases: Phrases, publications: Publications) -> Mask:
    """Tell for each row whether its phrase has holders enough, of one outlet or over days enough.

    A dispatch and its reprints of one week have not, and are not looked at.
    """
    sizes = np.diff(phrases.bounds)
    of_text = publications.days[phrases.texts]
    first, last = (each.reduceat(of_text, phrases.bounds[:-1]) for each in (np.minimum, np.maximum))
    long = (last - first > _DAYS_OF_OUTLET) | (first < 0)
    key = phrases.numbers() * (int(publications.outlets.max(initial=0)) + 2) + publications.outlets[phrases.texts]
    _, opens, held = np.unique(key, return_index=True, return_counts=True)
    by_one = np.zeros(len(sizes), np.int64)
    np.maximum.at(by_one, phrases.numbers()[opens], held)
    return np.repeat((sizes >= _OF_OUTLET) & (long | (by_one >= _ENOUGH)), sizes)


class _Kept(NamedTuple):
    """Phrases by holder (`keys`, sorted): articles, share of neighbours unrelated, days between first and last (-1).

    `occasions` counts groups of articles with the phrase that are unrelated and more than ten days apart.
    """

    keys: I64
    width: int
    articles: I64
    unrelated: NDArray[np.float64]
    days: I64
    occasions: NDArray[np.float64]

    def of(self, phrases: I64, outlets: I64) -> I64:
        """Return where each phrase of each outlet stands in the columns, -1 where nowhere."""
        asked = phrases * self.width + outlets + 1
        at = np.minimum(np.searchsorted(self.keys, asked), len(self.keys) - 1)
        return np.where(self.keys[at] == asked, at, -1)

    def is_of_outlet(self) -> Mask:
        enough = (self.unrelated >= _MOSTLY) & (self.articles >= _OF_OUTLET)
        return enough & ((self.days > _DAYS_OF_OUTLET) | (self.articles >= _ENOUGH))

    def is_of_many(self) -> Mask:
        enough = (self.unrelated >= _MOSTLY) & (self.articles >= _OF_MANY)
        return enough & ((self.days > _DAYS_OF_MANY) | (self.days < 0))


class _Rows:
    """Some rows of phrases, with what is known of their texts."""

    def __init__(self, phrases: Phrases, rows: I64, publications: Publications, own: Grams) -> None:
        self._phrase = phrases.numbers()[rows]
        self._texts = phrases.texts[rows].astype(np.int64)
        self._days = publications.days
        self._before = phrases.places[rows].astype(np.int64)
        self._own = own
        self._after = own.last[self._texts] - self._before

    def judged(self, outlets: I64) -> _Kept:
        width = int(outlets.max(initial=0)) + 2
        key = self._phrase * width + outlets[self._texts] + 1
        order = np.argsort(key, kind="stable")  # rows come by phrase, and in the order of the texts
        key, docs = key[order], self._texts[order]
        opens = np.concatenate(([True], key[1:] != key[:-1]))
        phrase = np.cumsum(opens) - 1
        count = int(phrase[-1]) + 1
        other = np.flatnonzero(np.concatenate(([False], (docs[1:] != docs[:-1]) & ~opens[1:])))  # neighbours
        articles = 1 + np.bincount(phrase[other], minlength=count)
        strangers = self._unrelated(order[other - 1], order[other])
        unrelated = np.bincount(phrase[other], weights=strangers, minlength=count)
        apart = _apart(self._days[docs[other - 1]], self._days[docs[other]])
        occasions = 1 + np.bincount(phrase[other], weights=apart * strangers, minlength=count)
        days = _span(self._days[docs], phrase, count)
        share = unrelated / np.maximum(articles - 1, 1)
        return _Kept(key[opens], width, articles, share, days, occasions.astype(np.float64))

    def _unrelated(self, one: I64, other: I64) -> Mask:
        before, after, own = self._before, self._after, self._own
        at_edge = (np.abs(before[one] - before[other]) <= _NEAR) | (np.abs(after[one] - after[other]) <= _NEAR)
        pairs = self._texts[one] * len(own.sizes) + self._texts[other]
        unique, pair = np.unique(pairs, return_inverse=True)
        first, second = np.divmod(unique, len(own.sizes))
        common = kernels.overlaps(own, first, second)[pair]
        shorter = np.minimum(own.sizes[self._texts[one]], own.sizes[self._texts[other]])
        footer = at_edge & (common < _RELATED_AT_EDGE * shorter) & (common <= _LONGEST_AT_EDGE)
        return np.asarray(footer | (common < _RELATED * shorter))


def _apart(one: I64, other: I64) -> NDArray[np.float64]:
    return np.where((one < 0) | (other < 0), _UNDATED, np.abs(other - one) > _DAYS_OF_OUTLET)


def _span(days: I64, phrase: I64, count: int) -> I64:
    first = np.full(count, np.iinfo(np.int64).max)
    last = np.full(count, -1)
    known = days >= 0
    np.minimum.at(first, phrase[known], days[known])
    np.maximum.at(last, phrase[known], days[known])
    return np.where(last < 0, -1, last - np.minimum(first, last))
