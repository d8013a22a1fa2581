"""The phrases of some texts as the index holds them: who else holds each, and what kind of phrase it is."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage.arrays import I32, I64, U64, Grams, Mask, distinct
from sourcier.lineage.phrases import LISTED, Phrases, gathered
from sourcier.lineage.standing import Judged, Publications, standing, wanted
from sourcier.store.index.entries import F64, Documents, Entries, Groups
from sourcier.store.index.reader import Reader

_DAY = 86_400
_MANY = 10_000  # texts; what was read of the index for more is given back


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """Phrases in the order of `grams`, and what they are.

    Text t of them is the article `numbers[t]`; it came out before second `until[t]`, infinite where that is unknown.
    """

    numbers: I64
    until: F64
    grams: U64
    phrases: Phrases
    judged: Judged

    def are(self, numbers: I64) -> Mask:
        """Tell of each text whether it is one of these articles."""
        return np.isin(self.numbers, numbers)


def view(reader: Reader, grams: U64, asked: Entries | None = None) -> View:
    """Return who holds these phrases (sorted, each once, all of `asked`), those that one text holds alone left out.

    Of a phrase that very many hold, some are listed, and the texts `asked` about, which need not be in the index.
    """
    found = reader.groups(grams, LISTED)
    rows = _listed(found)
    if asked is not None:
        rows = rows.joined(_lacking(asked, reader, grams, found.totals))
    rows = rows.take(_shared(rows, len(grams))[rows.phrase])
    numbers, at = np.unique(rows.number, return_inverse=True)
    documents = _documents(reader, numbers, asked)
    order = np.lexsort((numbers, documents.tie, documents.when))
    rank = np.empty(len(order), np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    rows, text = rows.sorted(rank[at])
    kept = distinct(rows.phrase)
    bounds = np.append(np.searchsorted(rows.phrase, kept), len(text)).astype(np.int64)
    phrases = gathered(bounds, (text, rows.place), rows.listed, found.totals[kept], documents.tie[order])
    numbers = numbers[order]
    publications = _publications(documents, order)
    own = _lying(reader, numbers, wanted(phrases, publications))
    judged = standing(phrases, publications, own)
    if len(numbers) > _MANY:
        reader.let_go()
    return View(numbers, documents.until[order], grams[kept], phrases, judged)


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """A row for each phrase in each article; `listed` by the index."""

    phrase: I64
    number: I64
    place: I32
    listed: Mask

    def take(self, rows: Mask | I64) -> "_Rows":
        return _Rows(self.phrase[rows], self.number[rows], self.place[rows], self.listed[rows])

    def joined(self, other: "_Rows") -> "_Rows":
        return _Rows(
            np.concatenate((self.phrase, other.phrase)), np.concatenate((self.number, other.number)),
            np.concatenate((self.place, other.place)), np.concatenate((self.listed, other.listed)),
        )  # fmt: skip

    def sorted(self, text: I32) -> tuple["_Rows", I32]:
        """Return the rows by phrase, text and place, each once, and their texts."""
        order = np.argsort(self.place.astype(np.int64) << 1 | ~self.listed, kind="stable")
        order = order[np.argsort((self.phrase << 32 | text)[order], kind="stable")]
        rows, text = self.take(order), text[order]
        again = np.zeros(len(order), np.bool_)
        again[1:] = (
            (rows.phrase[1:] == rows.phrase[:-1]) & (text[1:] == text[:-1]) & (rows.place[1:] == rows.place[:-1])
        )
        return rows.take(~again), text[~again]


def _listed(found: Groups) -> _Rows:
    phrase = np.repeat(np.arange(len(found.totals)), np.diff(found.bounds))
    return _Rows(phrase, found.numbers, found.places.astype(np.int32), np.ones(len(phrase), np.bool_))


def _shared(rows: _Rows, phrases: int) -> Mask:
    """Tell which phrases are to be looked at; a text asked about may repeat one that nobody else has."""
    held = np.bincount(rows.phrase, minlength=phrases)
    listed = np.bincount(rows.phrase[rows.listed], minlength=phrases)
    return (held > 1) & (listed > 0)


def _lacking(asked: Entries, reader: Reader, grams: U64, totals: I64) -> _Rows:
    """The phrases of the texts asked about, where these may not be listed."""
    sizes = np.diff(asked.bounds)
    phrase = np.searchsorted(grams, asked.grams)
    here = (totals[phrase] > LISTED) | ~np.repeat(reader.holds(asked.numbers), sizes)
    number, place = np.repeat(asked.numbers, sizes)[here], asked.places[here].astype(np.int32)
    return _Rows(phrase[here], number, place, np.zeros(len(number), np.bool_))


def _documents(reader: Reader, numbers: I64, asked: Entries | None) -> Documents:
    """What is known of these articles, of those that are not in the index as `asked` says."""
    known = reader.holds(numbers)
    if known.all() or asked is None:
        return reader.documents(numbers)
    found = reader.documents(numbers[known])
    at = np.searchsorted(asked.numbers, numbers[~known])
    sizes = np.diff(asked.bounds)
    pairs = zip(found[1:], (asked.when[at], asked.until[at], asked.tie[at], asked.outlet[at], sizes[at]), strict=True)
    return Documents(numbers, *(_placed(known, one, other) for one, other in pairs))


def _placed(known: Mask, one: Any, other: Any) -> Any:
    column = np.empty(len(known), one.dtype)
    column[known], column[~known] = one, other
    return column


def _lying(reader: Reader, numbers: I64, texts: I32) -> Grams:
    """Where the fingerprints of some of the texts lie; the others count as empty."""
    found = reader.own(numbers[texts])
    of, *rest = (_spread(column, texts, len(numbers)) for column in found[1:])
    return Grams(found.columns, of, *rest)


def _spread(column: NDArray[Any], texts: I32, size: int) -> NDArray[Any]:
    spread = np.zeros(size, column.dtype)
    spread[texts] = column
    return spread


def _publications(documents: Documents, order: I64) -> Publications:
    known, outlets = np.unique(documents.outlet[order], return_inverse=True)
    named = outlets - 1 if len(known) and known[0] == 0 else outlets
    when = documents.when[order]
    days = np.where(np.isfinite(when), when, -_DAY) // _DAY
    return Publications(named.astype(np.int64), days.astype(np.int64))
