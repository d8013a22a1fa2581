"""Standing text: what an outlet or a group prints under or between articles that have nothing else in common."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage.arrays import I64

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


class Publication(NamedTuple):
    """What standing text depends on: outlet (-1: unknown) and day as an ordinal (-1: unknown)."""

    outlet: int
    day: int


class Phrase(NamedTuple):
    """Postings in order of hash then place: text, number of the hash, words before and after it in its text."""

    documents: NDArray[np.int32]
    group: NDArray[np.int32]
    before: I64
    after: I64


def standing(postings: Phrase, publications: Sequence[Publication]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell for each posting whether its phrase is standing text there, and whether it is a set phrase.

    Three articles of one outlet over more than ten days, or eight of several outlets over more than thirty, are
    enough where most neighbours share little else; without dates, or in fewer days, it takes six of one outlet.
    """
    result = np.zeros((2, len(postings.group)), np.bool_)
    in_text = np.bincount(postings.documents, minlength=len(publications))
    first = np.flatnonzero(postings.group == np.arange(len(postings.group)))
    sizes = np.diff(np.append(first, len(postings.group)))
    often = np.repeat(sizes >= _OF_OUTLET, sizes)  # what stands in fewer places is neither
    if often.any():
        p = postings
        of_three = Phrase(p.documents[often], p.group[often], p.before[often], p.after[often])
        result[:, often] = _judged(of_three, publications, in_text)
    return result[0], result[1]


def _judged(
    postings: Phrase, publications: Sequence[Publication], sizes: I64
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    documents = postings.documents
    table = np.array(publications, np.int64).reshape(-1, 2)
    within = _phrases(postings, table[documents, 0], table[:, 1], sizes)
    across = _phrases(postings, np.zeros(len(documents), np.int64), table[:, 1], sizes)
    known = table[documents, 0] >= 0
    of_outlet = known & (within.unrelated >= _MOSTLY) & (within.articles >= _OF_OUTLET)
    of_outlet &= (within.days > _DAYS_OF_OUTLET) | (within.articles >= _ENOUGH)
    of_many = (across.unrelated >= _MOSTLY) & (across.articles >= _OF_MANY)
    of_many &= (across.days > _DAYS_OF_MANY) | (across.days < 0)
    return of_outlet | of_many, across.occasions >= _SET_PHRASE


class _Phrases(NamedTuple):
    """For each posting: articles with its phrase, share of neighbours unrelated, days between first and last (-1).

    `occasions` counts groups of articles with the phrase that are unrelated and more than ten days apart.
    """

    articles: I64
    unrelated: NDArray[np.float64]
    days: I64
    occasions: NDArray[np.float64]


def _phrases(postings: Phrase, outlets: I64, days: I64, sizes: I64) -> _Phrases:
    key = postings.group.astype(np.int64) * (int(outlets.max()) + 2) + outlets + 1
    order = np.argsort(key, kind="stable") if outlets.any() else np.arange(len(key))  # they come sorted by group
    key, docs = key[order], postings.documents[order].astype(np.int64)
    opens = np.concatenate(([True], key[1:] != key[:-1]))
    phrase = np.cumsum(opens) - 1
    count = int(phrase[-1]) + 1
    other = np.flatnonzero(np.concatenate(([False], (docs[1:] != docs[:-1]) & ~opens[1:])))  # neighbours in one phrase
    articles = 1 + np.bincount(phrase[other], minlength=count)
    strangers = _unrelated(docs[other - 1], docs[other], _at_edge(postings, order[other - 1], order[other]), sizes)
    unrelated = np.bincount(phrase[other], weights=strangers, minlength=count)
    result = np.empty(len(order), np.int64)
    result[order] = phrase
    share = unrelated / np.maximum(articles - 1, 1)
    apart = _apart(days[docs[other - 1]], days[docs[other]])
    occasions = 1 + np.bincount(phrase[other], weights=apart * strangers, minlength=count)
    span = _span(days[docs], phrase, count)
    return _Phrases(articles[result], share[result], span[result], occasions[result].astype(np.float64))


def _apart(one: I64, other: I64) -> NDArray[np.float64]:
    return np.where((one < 0) | (other < 0), _UNDATED, np.abs(other - one) > _DAYS_OF_OUTLET)


def _at_edge(postings: Phrase, one: I64, other: I64) -> NDArray[np.bool_]:
    before, after = postings.before, postings.after
    return np.asarray((np.abs(before[one] - before[other]) <= _NEAR) | (np.abs(after[one] - after[other]) <= _NEAR))


def _unrelated(one: I64, two: I64, at_edge: NDArray[np.bool_], sizes: I64) -> NDArray[np.bool_]:
    _, pair, shared = np.unique(one * len(sizes) + two, return_inverse=True, return_counts=True)
    common, shorter = shared[pair], np.minimum(sizes[one], sizes[two])
    footer = at_edge & (common < _RELATED_AT_EDGE * shorter) & (common <= _LONGEST_AT_EDGE)
    return np.asarray(footer | (common < _RELATED * shorter))


def _span(days: NDArray[np.int64], phrase: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    first = np.full(count, np.iinfo(np.int64).max)
    last = np.full(count, -1)
    known = days >= 0
    np.minimum.at(first, phrase[known], days[known])
    np.maximum.at(last, phrase[known], days[known])
    return np.where(last < 0, -1, last - np.minimum(first, last))
