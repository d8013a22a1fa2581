"""Which articles must be matched anew because others came, changed or went: no more than hold a phrase of theirs."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage.arrays import I64, U64, distinct
from sourcier.lineage.phrases import keys
from sourcier.lineage.settings import Settings
from sourcier.store.index.reader import Reader
from sourcier.store.ledger import Ledger
from sourcier.workflow.growth.promising import promising
from sourcier.workflow.growth.relinked import relinked
from sourcier.workflow.growth.view import View, view

_PART = 200_000  # phrases looked up at once


def affected(ledger: Ledger, before: Reader, after: Reader, changed: I64, settings: Settings) -> I64:
    """Return the other articles that share or lose something, or hold standing text that was none (or the reverse).

    `changed` are new, other or gone. A link more or less alone is no reason: most phrases that two texts have in
    common are everybody's words, and no passage stands around them. Of standing text that more articles hold than are
    listed, who is linked to whom may depend on the order of arrival: what follows is which other article a footer is
    shown with.
    """
    grams = distinct(np.append(_grams(before, changed), _grams(after, changed)))
    found, links = [np.zeros(0, np.int64)], [np.zeros((0, 4), np.int64)]
    lost = np.zeros((0, 4), np.int64)
    for start in range(0, len(grams), _PART):
        part = grams[start : start + _PART]
        old, new = view(before, part), view(after, part)
        found += _either(_kinds(old, changed), _kinds(new, changed))
        gone, come = relinked((before, old), (after, new), part, changed, settings)
        lost = np.concatenate((lost, gone))
        links += [gone, come]
        moved = _moved(old, new)
        found += [after.groups(moved, None).numbers, before.groups(moved, None).numbers]
    known = np.union1d(np.concatenate(found), _parted(ledger, lost))
    rest = np.concatenate(links)
    sharing = promising(ledger, rest[~np.isin(rest[:, 0], known)])
    return np.setdiff1d(np.concatenate((known, sharing)), changed)


def _grams(reader: Reader, numbers: I64) -> U64:
    return distinct(reader.fingerprints(numbers[reader.holds(numbers)]).grams)


def _kinds(seen: View, changed: I64) -> tuple[U64, I64]:
    """The phrases that are standing text or set ones in each article that did not change, as keys, and the articles."""
    p, judged = seen.phrases, seen.judged
    here = np.flatnonzero((judged.standing | judged.common) & ~seen.are(changed)[p.texts])
    numbers = seen.numbers[p.texts[here]]
    grams = seen.grams[p.numbers()[here]]
    return _mixed(grams, numbers, p.places[here], judged.standing[here], judged.common[here]), numbers


def _moved(old: View, new: View) -> U64:
    """The phrases of which other articles are listed than before; no standing text."""
    crowded = np.union1d(_crowded(old), _crowded(new))
    if not len(crowded):
        return crowded
    return distinct(np.concatenate(list(_either(_listed(old, crowded), _listed(new, crowded)))))


def _crowded(seen: View) -> U64:
    """The phrases that more articles hold than are listed, standing text apart."""
    p = seen.phrases
    standing = np.bincount(p.numbers()[seen.judged.standing], minlength=len(p.crowded)) > 0
    found: U64 = seen.grams[p.crowded & ~standing]
    return found


def _listed(seen: View, grams: U64) -> tuple[U64, U64]:
    """Who is listed for each of these phrases, as keys, and the phrase."""
    p = seen.phrases
    here = np.flatnonzero(np.isin(seen.grams, grams)[p.numbers()])
    of = seen.grams[p.numbers()[here]]
    return _mixed(of, seen.numbers[p.texts[here]], p.places[here]), of


def _parted(ledger: Ledger, lost: I64) -> I64:
    """The later articles that a passage ties to an earlier one to which they have lost a link."""
    later = set(lost[:, 0].tolist())
    pairs = set(zip(lost[:, 0].tolist(), lost[:, 1].tolist(), strict=True))
    shared = {(one, other) for one, other, _ in ledger.partners(later)}
    return np.array(sorted({one for one, _ in pairs & shared}), np.int64)


def _either(one: tuple[U64, Any], other: tuple[U64, Any]) -> Iterator[Any]:
    """What belongs to the keys that one side has and the other has not, side by side."""
    for (key, owner), (theirs, _) in ((one, other), (other, one)):
        yield owner[~np.isin(key, theirs)]


def _mixed(*columns: NDArray[Any]) -> U64:
    key: U64 = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        mixed: U64 = key * np.uint64(31) + column.astype(np.uint64)
        key = keys(mixed)
    return key
