"""Whether a ledger and its index are sound, and what is still to be done in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sourcier.core.problem import Problem
from sourcier.core.progress import Progress
from sourcier.store.checks import DAMAGE
from sourcier.store.ledger import Ledger
from sourcier.store.refusals import NO_FOLDER
from sourcier.workflow.fact_finding import maker
from sourcier.workflow.growth import checking
from sourcier.workflow.growth.indexing import folder_of
from sourcier.workflow.stages import LINEAGE


@dataclass(frozen=True, slots=True)
class Health:
    """What is wrong, and how many articles are to be compared, judged and indexed; `outdated` by a new version.

    Of `factless` ones people, places, dates and numbers are not found yet, or by other readers. `unended`: a first run
    compared and judged all, and was stopped before it could note so. What is to be done is no fault: the next `add` or
    `refresh` does it.
    """

    faults: Sequence[Problem]
    pending: int = 0
    unjudged: int = 0
    unindexed: int = 0
    outdated: bool = False
    unended: bool = False
    factless: int = 0


def health(ledger: Ledger, progress: Progress | None = None) -> Health:
    """Look at everything; of the fingerprints of a large ledger at a sample."""
    faults = ledger.check()
    if any(each.stage == DAMAGE for each in faults):
        return Health(faults)
    faults += _in_the_way(ledger)
    to_do, articles = (ledger.pending_count(), ledger.unjudged_count()), len(ledger)
    behind = articles > 0 and ledger.stale(LINEAGE.version)
    found = ledger.run() is not None
    settings = checking.parameters_of(ledger)
    factless = ledger.unread_count(maker(ledger)) if ledger.was_read() else 0  # nobody asked for facts
    if settings is None:  # never compared by this version: there is nothing yet that could be wrong
        return Health(faults, *to_do, unindexed=articles, outdated=behind and found, factless=factless)
    faults += checking.wrong(ledger, settings, progress)
    behind = behind and not any(to_do)
    ended = behind and found, behind and not found
    return Health(faults, *to_do, checking.lacking(ledger, settings), *ended, factless)


def _in_the_way(ledger: Ledger) -> Iterator[Problem]:
    """Tell of a file that has the name of the index's folder: nothing can be found until it has another one."""
    folder = folder_of(ledger.path)
    if folder and folder.exists() and not folder.is_dir():
        yield Problem(checking.INDEX, str(folder), *NO_FOLDER)
