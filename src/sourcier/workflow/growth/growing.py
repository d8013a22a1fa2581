"""From articles that were added, changed or removed to a lineage that holds again, step by step.

Each step's list of what is to be done is in the ledger: a run that was stopped at any moment goes on.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict

import numpy as np

from sourcier.core.article import Article
from sourcier.core.progress import Progress
from sourcier.lineage.settings import Settings
from sourcier.store.index.reader import Reader
from sourcier.store.ledger import Ledger
from sourcier.workflow.growth.clusters import chunks, clusters
from sourcier.workflow.growth.indexing import index, opened, settings_of
from sourcier.workflow.growth.judging import judge
from sourcier.workflow.growth.matching import Compared, compared, linked
from sourcier.workflow.growth.packed import packed
from sourcier.workflow.stages import LINEAGE

_AT_ONCE = 2_000  # articles
_KEPT = 10_000  # articles; those that are compared with one another lie close in time


def grow(ledger: Ledger, progress: Progress | None = None) -> None:
    """Find what articles that were added, changed or removed share with others, and what that changes elsewhere."""
    settings = settings_of(ledger)
    with closing(opened(ledger, settings)) as fingerprints:
        index(ledger, fingerprints, settings, progress)
        if ledger.unpurged():
            fingerprints.merge(purge=True)
            ledger.purged()
        _match(ledger, fingerprints.reader(), settings, progress)
    _judge(ledger, progress)
    ledger.finish(version=LINEAGE.version, parameters=asdict(settings))


def _match(ledger: Ledger, reader: Reader, settings: Settings, progress: Progress | None) -> None:
    waiting = np.array(ledger.pending(), np.int64)
    waiting = waiting[reader.holds(waiting)]
    waiting = waiting[np.argsort(reader.documents(waiting).when, kind="stable")]
    kept: dict[int, Article] = {}
    for start in range(0, len(waiting), _AT_ONCE):
        if progress:
            progress("match", start, len(waiting))
        some = np.sort(waiting[start : start + _AT_ONCE])
        found = linked(reader, reader.fingerprints(some), settings)
        wanted = found.numbers.tolist()
        missing = [number for number in wanted if number not in kept]
        kept |= dict(ledger.numbered(missing))
        articles = {number: kept[number] for number in wanted if number in kept}
        _save(ledger, compared(found.among(articles), articles, settings), set(some.tolist()))
        for number in list(kept)[: max(0, len(kept) - _KEPT)]:
            del kept[number]


def _save(ledger: Ledger, found: Compared, asked: set[int]) -> None:
    numbers = found.numbers.tolist()
    pairs = list(packed(found.between, numbers))
    before = {partner for _, partner, _ in ledger.partners(asked)}
    touched = asked | before | set(_turnable(found, numbers))
    matched = [(number, size) for number, size in zip(numbers, found.sizes.tolist(), strict=True) if number in asked]
    ledger.save_pairs(matched, pairs, touched)


def _turnable(found: Compared, numbers: list[int]) -> Iterator[int]:
    """The earlier articles of pairs of which more is to be said: they share reuse, or may be the derived ones."""
    times = found.texts.times
    for (later, earlier), kind in zip(found.between.rows[:, :2].tolist(), found.between.kinds, strict=True):
        if kind == "reuse" or not times.pair_before(earlier, later):
            yield numbers[earlier]


def _judge(ledger: Ledger, progress: Progress | None) -> None:
    denials = ledger.denials()
    waiting = clusters(ledger, ledger.unjudged())
    done, total = 0, sum(map(len, waiting))
    for chunk in chunks(waiting, _AT_ONCE):
        if progress:
            progress("judge", done, total)
        found = judge(ledger, chunk, denials)
        ledger.save_judged(found.numbers, found.passages, found.families, found.overviews)
        done += len(chunk)
