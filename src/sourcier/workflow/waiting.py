"""How much is to be done before lineage is up to date."""

from sourcier.store.ledger import Ledger
from sourcier.workflow.stages import LINEAGE

_MUCH = 5_000  # articles: comparing so many takes the better part of a minute


def is_much(ledger: Ledger) -> bool:
    """Tell whether bringing it up to date takes longer than a person waits who changed one thing."""
    if ledger.parameters().get(LINEAGE.name) != LINEAGE.version:  # all of it
        return len(ledger) > _MUCH
    return ledger.pending_count() + ledger.unjudged_count() > _MUCH
