"""Articles as entries of the index: their fingerprints, and what orders them."""

import hashlib
from collections.abc import Iterator, Sequence

import numpy as np

from sourcier.core.moment import Moment
from sourcier.lineage.fingerprints import Fingerprints, fingerprints
from sourcier.lineage.order import tie, until, when
from sourcier.lineage.settings import Settings
from sourcier.lineage.words import wording
from sourcier.store.index.entries import F64, I64, U64, Documents, Entries, Mask
from sourcier.store.ledger import Ledger
from sourcier.store.numbered import Known

Facts = tuple[I64, F64, F64, U64, U64]
"""Of articles: numbers, times, until when these may be, ties, outlets."""

_BATCH = 10_000  # articles; their fingerprints take about 40 MB


def entries(ledger: Ledger, numbers: Sequence[int], settings: Settings) -> Iterator[Entries]:
    """Yield the entries of these articles, in order of number, batch by batch."""
    for start in range(0, len(numbers), _BATCH):
        yield entry(ledger, numbers[start : start + _BATCH], settings)


def entry(ledger: Ledger, numbers: Sequence[int], settings: Settings) -> Entries:
    """Return the entries of these articles, in order of number; what is gone is left out."""
    known = {each.number: each for each in ledger.known(numbers)}
    texts = [(number, text) for number, text in ledger.texts_of(numbers) if number in known]
    own = fingerprints(wording(text for _, text in texts), settings)
    return entered(own, columns([known[number] for number, _ in texts]))


def columns(rows: Sequence[Known]) -> Facts:
    """Return what orders articles and tells their outlets apart."""
    moments = [Moment(row.published) if row.published else None for row in rows]
    return (
        np.array([row.number for row in rows], np.int64),
        np.array([when(moment) for moment in moments], np.float64),
        np.array([until(moment) for moment in moments], np.float64),
        np.array([tie(row.id) for row in rows], np.uint64),
        np.array([outlet_number(row.outlet) for row in rows], np.uint64),
    )


def entered(own: Fingerprints, facts: Facts) -> Entries:
    """Return entries of texts with these fingerprints, of which this is known."""
    return Entries(*facts, own.bounds, own.grams, own.places.astype(np.uint32))


def same_facts(held: Documents, now: Facts, which: Mask) -> Mask:
    """Tell which of the articles that the index holds it holds as they are; `which` of those of now they are."""
    same: Mask = np.ones(len(held.numbers), np.bool_)
    for one, other in zip(held[1:-1], now[1:], strict=True):
        same &= one == other[which]
    return same


def outlet_number(outlet: str | None) -> int:
    """Return 64 bits that stand for an outlet, 0 where it is unknown."""
    if not outlet:
        return 0
    return int.from_bytes(hashlib.blake2b(outlet.encode("utf-8", "surrogatepass"), digest_size=8).digest()) | 1
