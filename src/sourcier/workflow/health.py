"""Whether a ledger and its index are sound, and what is still to be done in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sourcier.core.problem import Problem
from sourcier.core.progress import Progress
from sourcier.store.ledger import Ledger
from sourcier.workflow.growth import checking
from sourcier.workflow.stages import LINEAGE


@dataclass(frozen=True, slots=True)
class Health:
    """What is wrong, and how many articles are to be compared, judged and indexed; `outdated` by a new version.

    What is to be done is no fault: the next `add` or `refresh` does it.
    """

    faults: Sequence[Problem]
    pending: int = 0
    unjudged: int = 0
    unindexed: int = 0
    outdated: bool = False


def health(ledger: Ledger, progress: Progress | None = None) -> Health:
    """Look at everything; of the fingerprints of a large ledger at a sample."""
    faults = ledger.check()
    if any(each.stage == "ledger" and each.message.startswith("damaged") for each in faults):
        return Health(faults)
    to_do = ledger.pending_count(), ledger.unjudged_count()
    settings = checking.parameters_of(ledger)
    if settings is None:  # never compared by this version: there is nothing yet that could be wrong
        return Health(faults, *to_do, unindexed=len(ledger), outdated=len(ledger) > 0)
    faults += checking.wrong(ledger, settings, progress)
    outdated = ledger.stale(LINEAGE.version) and not any(to_do)
    return Health(faults, *to_do, checking.lacking(ledger, settings), outdated)
