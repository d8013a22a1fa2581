"""From articles that were added, changed or removed to a lineage that holds again, step by step.

Each step's list of what is to be done is in the ledger: a run that was stopped at any moment goes on.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict

import numpy as np

from sourcier.core.progress import Progress
from sourcier.lineage.settings import Settings
from sourcier.store.index.reader import Reader
from sourcier.store.ledger import Ledger
from sourcier.workflow.growth.chunks import all_beside, all_judged, all_matched
from sourcier.workflow.growth.clusters import portions
from sourcier.workflow.growth.indexing import index, opened, settled
from sourcier.workflow.stages import LINEAGE

_MATCHED = 2_000  # articles at once; what many of them hold is looked up once
_JUDGED = 1_000  # a process needs about 200 kB for each


def grow(ledger: Ledger, progress: Progress | None = None) -> None:
    """Find what articles that were added, changed or removed share with others, and what that changes elsewhere."""
    settings = settled(ledger)
    _note_changed(ledger)
    with closing(opened(ledger, settings)) as fingerprints:
        index(ledger, fingerprints, settings, progress)
        if ledger.unpurged():
            fingerprints.merge(purge=True)
            ledger.purged()
        aside = _match(ledger, fingerprints.reader(), settings, progress)
    _judge(ledger, settings, aside, progress)
    ledger.finish(version=LINEAGE.version, parameters=asdict(settings))


def _note_changed(ledger: Ledger) -> None:
    """Note that of articles which changed themselves, and of those that share with them, all is to be said anew.

    Those that are only matched anew because of others come later, and it shows in their pairs what changes.
    """
    known = list(ledger.words_of(ledger.pending()))
    ledger.mark(unjudged=[*known, *(partner for _, partner, _ in ledger.partners(known))])


def _match(ledger: Ledger, reader: Reader, settings: Settings, progress: Progress | None) -> set[int]:
    """Match what waits; return the articles of which only what they share without any reuse is to be said anew.

    They are noted as to be judged like the others: should this run be stopped, all is said of them by the next.
    """
    waiting = np.array(ledger.pending(), np.int64)
    waiting = waiting[reader.holds(waiting)]
    waiting = waiting[np.argsort(reader.documents(waiting).when, kind="stable")]  # what is alike lies close in time
    told, aside, done = set(ledger.unjudged()), set[int](), 0
    for found in all_matched(ledger, reader, settings, _parts(waiting.tolist(), _MATCHED)):
        if progress:
            progress("match", done, len(waiting))
        more = found.consequences
        ledger.save_pairs(found.words, found.pairs, more.told | more.aside)
        told |= more.told
        aside |= more.aside
        done += _MATCHED
    return aside - told


def _judge(ledger: Ledger, settings: Settings, aside: set[int], progress: Progress | None) -> None:
    whole = portions(ledger, set(ledger.unjudged()) - aside, _JUDGED)
    rest = sorted(aside.difference(*whole))
    done, total = 0, sum(map(len, whole)) + len(rest)
    left: list[int] = []
    for few in all_beside(ledger, settings, _parts(rest, _JUDGED)):
        if progress:
            progress("judge", done, total)
        ledger.save_aside(few.numbers, few.passages)
        left += few.left
        done += len(few.numbers)
    for found in all_judged(ledger, settings, [*whole, *portions(ledger, left, _JUDGED)]):
        if progress:
            progress("judge", done, total)
        ledger.save_judged(found.numbers, found.passages, found.families, found.overviews)
        done += len(found.numbers)


def _parts(numbers: Sequence[int], size: int) -> Iterator[tuple[int, ...]]:
    return (tuple(numbers[start : start + size]) for start in range(0, len(numbers), size))
