"""Which articles must be matched anew because others came, changed or went: no more than hold a phrase of theirs."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sourcier.lineage.arrays import I64, U64, distinct
from sourcier.lineage.links import links
from sourcier.lineage.phrases import keys
from sourcier.lineage.settings import Settings
from sourcier.store.index.reader import Reader
from sourcier.workflow.growth.view import View, view

_PART = 200_000  # phrases looked up at once


def affected(before: Reader, after: Reader, changed: I64, settings: Settings) -> I64:
    """Return the other articles whose links or standing text are not as before; `changed` are new, other or gone.

    Of standing text that more articles hold than are listed, who is linked to whom may depend on the order of arrival:
    all that follows from it is which other article a footer is shown with.
    """
    grams = distinct(np.append(_grams(before, changed), _grams(after, changed)))
    found = [np.zeros(0, np.int64)]
    for start in range(0, len(grams), _PART):
        part = grams[start : start + _PART]
        old, new = _Seen(view(before, part), changed, settings), _Seen(view(after, part), changed, settings)
        found += [_other(old.rows(), new.rows()), _other(old.links(), new.links())]
        crowded = np.union1d(old.crowded(), new.crowded())
        moved = np.intersect1d(crowded, np.union1d(*_either(old.listed(), new.listed())))
        found += [after.groups(moved, None).numbers, before.groups(moved, None).numbers]
    return np.setdiff1d(np.concatenate(found), changed)


def _grams(reader: Reader, numbers: I64) -> U64:
    return distinct(reader.fingerprints(numbers[reader.holds(numbers)]).grams)


class _Seen:
    """What one state of the index says of phrases, as keys by article: those that differ tell who is affected."""

    def __init__(self, seen: View, changed: I64, settings: Settings) -> None:
        self._seen = seen
        self._stays = ~seen.are(changed)
        self._settings = settings

    def rows(self) -> tuple[U64, I64]:
        """What each phrase is in each article that did not change."""
        p, judged = self._seen.phrases, self._seen.judged
        here = self._stays[p.texts]
        numbers = self._seen.numbers[p.texts]
        key = _mixed(self._seen.grams[p.numbers()], numbers, p.places, judged.standing, judged.common)
        return key[here], numbers[here]

    def links(self) -> tuple[U64, I64]:
        """What each such article is linked to, but for standing text that too many hold."""
        seen, judged = self._seen, self._seen.judged
        asked = ~(np.repeat(seen.phrases.crowded, np.diff(seen.phrases.bounds)) & judged.standing)
        found = links(seen.phrases.take(asked), judged.take(asked), self._stays, self._settings)
        numbers = seen.numbers[found[:, 0]]
        return _mixed(numbers, seen.numbers[found[:, 1]], found[:, 2], found[:, 3]), numbers

    def crowded(self) -> U64:
        """The phrases that more articles hold than are listed, standing text apart."""
        p = self._seen.phrases
        standing = np.bincount(p.numbers()[self._seen.judged.standing], minlength=len(p.crowded)) > 0
        found: U64 = self._seen.grams[p.crowded & ~standing]
        return found

    def listed(self) -> tuple[U64, U64]:
        """Who is listed for each phrase, and the phrase."""
        p = self._seen.phrases
        grams = self._seen.grams[p.numbers()]
        return _mixed(grams, self._seen.numbers[p.texts], p.places), grams


def _either(one: tuple[U64, U64], other: tuple[U64, U64]) -> Iterator[U64]:
    """The owners of the keys that one side has and the other does not."""
    for (key, owner), (theirs, _) in ((one, other), (other, one)):
        yield owner[~np.isin(key, theirs)]


def _other(one: tuple[U64, I64], other: tuple[U64, I64]) -> I64:
    return np.concatenate(list(_either(one, other))).astype(np.int64)  # type: ignore[arg-type]


def _mixed(*columns: NDArray[Any]) -> U64:
    key: U64 = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        mixed: U64 = key * np.uint64(31) + column.astype(np.uint64)
        key = keys(mixed)
    return key
