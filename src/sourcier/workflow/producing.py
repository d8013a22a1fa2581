"""What found the lineage at hand: the version of the stage, and its parameters."""

from dataclasses import asdict

from sourcier.core.producer import Producer
from sourcier.lineage.settings import OF_TWO, Settings
from sourcier.store.ledger import Ledger
from sourcier.workflow.stages import LINEAGE


def in_memory() -> Producer:
    """Return what finds lineage in memory."""
    return Producer(LINEAGE.version, asdict(Settings()))


def of_two() -> Producer:
    """Return what compares two texts."""
    return Producer(LINEAGE.version, asdict(OF_TWO))


def of_search(ledger: Ledger) -> Producer:
    """Return what looks for a text in a ledger: the version at hand, by the ledger's parameters."""
    from sourcier.workflow.growth.indexing import settings_of  # noqa: PLC0415 - brings in the index

    return Producer(LINEAGE.version, asdict(settings_of(ledger)))


def of_ledger(ledger: Ledger) -> Producer:
    """Return what found the lineage that a ledger holds; that of an empty one is found by the version at hand."""
    run = ledger.run()
    return Producer(run.version, run.parameters) if run else in_memory()
