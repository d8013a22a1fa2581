"""The index brought to the state of the ledger, and what follows for articles that were matched before."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np

from sourcier.core.progress import Progress
from sourcier.lineage.arrays import I64
from sourcier.lineage.settings import Settings
from sourcier.store.index.entries import Entries
from sourcier.store.index.index import Index
from sourcier.store.index.reader import Reader
from sourcier.store.ledger import Ledger
from sourcier.workflow.growth.affected import affected
from sourcier.workflow.growth.entering import columns, entries, same_facts
from sourcier.workflow.stages import LINEAGE

FORMAT = 2
"""Raised when the same text would have other fingerprints, or more is kept of it."""


def folder_of(path: Path | None) -> Path | None:
    """Return where the index of a ledger lies; None, in memory, for a ledger in memory."""
    return path.with_name(f"{path.name}.index") if path else None


def opened(ledger: Ledger, settings: Settings) -> Index:
    """Return the index beside the ledger, in memory for a ledger in memory."""
    parameters = {"k": settings.k, "window": settings.window, "format": FORMAT}
    return Index(folder_of(ledger.path), ledger=ledger.identity(), parameters=parameters)


def fresh_index(ledger: Ledger, settings: Settings, progress: Progress | None = None) -> Index:
    """Return an index in memory of all that the ledger holds."""
    made = Index(None, ledger=ledger.identity(), parameters={})
    numbers = [each.number for each in ledger.known()]
    made.stage(_told(entries(ledger, numbers, settings), len(numbers), progress)).publish()
    return made


def settings_of(ledger: Ledger) -> Settings:
    """Return what texts are fingerprinted by; nothing is written, so that those who only look can ask."""
    found = asdict(Settings()) | ledger.parameters()
    return Settings(found["k"], found["window"], found["links"])


def settled(ledger: Ledger) -> Settings:
    """Return the same, fixed when the ledger is new; after another version of the stage all is to be done."""
    found = ledger.parameters()
    wanted = asdict(Settings()) | found | {LINEAGE.name: LINEAGE.version}
    if wanted != found:
        ledger.set_parameters(wanted)
    return settings_of(ledger)


def index(ledger: Ledger, into: Index, settings: Settings, progress: Progress | None = None) -> None:
    """Bring the index to the state of the ledger, and note which articles are to be matched because of it.

    What is noted is on disk before the index tells otherwise: a run that is stopped between loses nothing.
    """
    pending, gone = np.array(ledger.pending(), np.int64), np.array(ledger.gone(), np.int64)
    if _is_behind(ledger, into.reader(), pending, gone):
        _rebuild(ledger, into, settings, (pending, gone), progress)
    before = into.reader()
    new = _other_than(ledger, before, pending)
    leaving = gone[before.holds(gone)]
    if not len(new) and not len(leaving):
        ledger.forget_gone(gone.tolist())
        return
    staged = into.stage(_told(entries(ledger, new.tolist(), settings), len(new), progress), leaving.tolist())
    try:
        after = staged.reader()
        if len(after) > len(new):
            others = affected(ledger, before, after, np.union1d(new, leaving), settings)
            partners = [partner for _, partner, _ in ledger.partners(new[before.holds(new)].tolist())]
            ledger.mark(pending=[*others.tolist(), *partners])
        staged.publish()
    except BaseException:
        staged.discard()
        raise
    ledger.forget_gone(gone.tolist())


def _is_behind(ledger: Ledger, reader: Reader, pending: I64, gone: I64) -> bool:
    """Tell, without a look at every article, whether the index lacks what was matched or holds what never was."""
    lacking, extra = (~reader.holds(pending)).sum(), reader.holds(gone).sum()
    return len(reader) - int(extra) != len(ledger) - int(lacking)


def _rebuild(
    ledger: Ledger, into: Index, settings: Settings, open_ends: tuple[I64, I64], progress: Progress | None
) -> None:
    """Index what was matched already, where the index was lost or left behind; what is pending or gone stays so.

    What changed or went since it was matched is known no more as it was: all is to be matched again then.
    """
    pending, gone = open_ends
    reader = into.reader()
    numbers = np.array([each.number for each in ledger.known()], np.int64)
    missing = np.setdiff1d(numbers[~reader.holds(numbers)], pending)
    stray = np.setdiff1d(reader.numbers(), np.union1d(numbers, gone))
    if len(missing) and (len(gone) or ledger.words_of(pending.tolist())):
        ledger.mark(pending=numbers.tolist())
    told = _told(entries(ledger, missing.tolist(), settings), len(missing), progress)
    into.stage(told, stray.tolist()).publish()


def _other_than(ledger: Ledger, reader: Reader, numbers: I64) -> I64:
    """Those of the articles that the index does not hold as the ledger does."""
    known = list(ledger.known(numbers.tolist()))
    now = columns(known)
    held = reader.holds(now[0])
    found = reader.documents(now[0][held])
    same = np.zeros(len(held), np.bool_)
    same[held] = same_facts(found, now, held)
    return now[0][~same]


def _told(batches: Iterator[Entries], total: int, progress: Progress | None) -> Iterator[Entries]:
    done = 0
    for batch in batches:
        yield batch
        done += len(batch.numbers)
        if progress:
            progress("index", done, total)
