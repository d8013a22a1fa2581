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
from sourcier.store.ledger import Ledger
from sourcier.workflow.growth.promising import promising
from sourcier.workflow.growth.view import View, view

_PART = 200_000  # phrases looked up at once


def affected(ledger: Ledger, before: Reader, after: Reader, changed: I64, settings: Settings) -> I64:
    """Return the other articles that share or lose something, or hold standing text that was none (or the reverse).

    `changed` are new, other or gone. A new link alone is no reason: most phrases that two texts have in common are
    everybody's words, and no passage stands around them. Of standing text that more articles hold than are listed, who
    is linked to whom may depend on the order of arrival: what follows is which other article a footer is shown with.
    """
    grams = distinct(np.append(_grams(before, changed), _grams(after, changed)))
    found, new_links = [np.zeros(0, np.int64)], [np.zeros((0, 4), np.int64)]
    for start in range(0, len(grams), _PART):
        part = grams[start : start + _PART]
        old, new = _Seen(view(before, part), changed, settings), _Seen(view(after, part), changed, settings)
        found += _either(old.rows(), new.rows())
        lost, gained = _either(old.links(), new.links())
        found.append(lost[:, 0])
        new_links.append(gained)
        crowded = np.union1d(old.crowded(), new.crowded())
        moved = np.intersect1d(crowded, np.concatenate(list(_either(old.listed(), new.listed()))))
        found += [after.groups(moved, None).numbers, before.groups(moved, None).numbers]
    known = distinct(np.concatenate(found))
    rest = np.concatenate(new_links)
    sharing = promising(ledger, rest[~np.isin(rest[:, 0], known)])
    return np.setdiff1d(np.concatenate((known, sharing)), changed)


def _grams(reader: Reader, numbers: I64) -> U64:
    return distinct(reader.fingerprints(numbers[reader.holds(numbers)]).grams)


class _Seen:
    """What one state of the index says of phrases, as keys by article: those that differ tell who is affected."""

    def __init__(self, seen: View, changed: I64, settings: Settings) -> None:
        self._seen = seen
        self._stays = ~seen.are(changed)
        self._settings = settings

    def rows(self) -> tuple[U64, I64]:
        """The phrases that are standing text or set ones, in each article that did not change."""
        p, judged = self._seen.phrases, self._seen.judged
        here = self._stays[p.texts] & (judged.standing | judged.common)
        numbers = self._seen.numbers[p.texts]
        key = _mixed(self._seen.grams[p.numbers()], numbers, p.places, judged.standing, judged.common)
        return key[here], numbers[here]

    def links(self) -> tuple[U64, I64]:
        """What each such article is linked to (article, earlier one, word of each), but for what too many hold."""
        seen, judged = self._seen, self._seen.judged
        asked = ~(np.repeat(seen.phrases.crowded, np.diff(seen.phrases.bounds)) & judged.standing)
        found = links(seen.phrases.take(asked), judged.take(asked), self._stays, self._settings)
        rows = np.column_stack((seen.numbers[found[:, 0]], seen.numbers[found[:, 1]], found[:, 2:].astype(np.int64)))
        return _mixed(*rows.T), rows

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
