"""From articles that were added, changed or removed to a lineage that holds again, step by step.

Each step's list of what is to be done is in the ledger: a run that was stopped at any moment goes on.
"""

from contextlib import closing
from dataclasses import asdict

import numpy as np

from sourcier.core.progress import Progress
from sourcier.lineage.settings import Settings
from sourcier.store.index.reader import Reader
from sourcier.store.ledger import Ledger
from sourcier.workflow.growth.chunks import all_judged, all_matched
from sourcier.workflow.growth.clusters import portions
from sourcier.workflow.growth.indexing import index, opened, settled
from sourcier.workflow.stages import LINEAGE

_AT_ONCE = 1_000  # articles; a process needs about 200 kB for each


def grow(ledger: Ledger, progress: Progress | None = None) -> None:
    """Find what articles that were added, changed or removed share with others, and what that changes elsewhere."""
    settings = settled(ledger)
    with closing(opened(ledger, settings)) as fingerprints:
        index(ledger, fingerprints, settings, progress)
        if ledger.unpurged():
            fingerprints.merge(purge=True)
            ledger.purged()
        _match(ledger, fingerprints.reader(), settings, progress)
    _judge(ledger, settings, progress)
    ledger.finish(version=LINEAGE.version, parameters=asdict(settings))


def _match(ledger: Ledger, reader: Reader, settings: Settings, progress: Progress | None) -> None:
    waiting = np.array(ledger.pending(), np.int64)
    waiting = waiting[reader.holds(waiting)]
    waiting = waiting[np.argsort(reader.documents(waiting).when, kind="stable")]  # what is alike lies close in time
    parts = (tuple(waiting[start : start + _AT_ONCE].tolist()) for start in range(0, len(waiting), _AT_ONCE))
    done = 0
    for found in all_matched(ledger, reader, settings, parts):
        if progress:
            progress("match", done, len(waiting))
        numbers = [number for number, _ in found.words]
        before = {partner for _, partner, _ in ledger.partners(numbers)}
        ledger.save_pairs(found.words, found.pairs, {*numbers, *found.touched, *before})
        done += _AT_ONCE


def _judge(ledger: Ledger, settings: Settings, progress: Progress | None) -> None:
    waiting = portions(ledger, ledger.unjudged(), _AT_ONCE)
    done, total = 0, sum(map(len, waiting))
    for found in all_judged(ledger, settings, waiting):
        if progress:
            progress("judge", done, total)
        ledger.save_judged(found.numbers, found.passages, found.families, found.overviews)
        done += len(found.numbers)
