"""What found the lineage at hand: the version of the stage, and its parameters."""

from dataclasses import asdict

from sourcier.core.producer import Producer
from sourcier.lineage.settings import Settings
from sourcier.store.ledger import Ledger
from sourcier.workflow.stages import LINEAGE


def in_memory(articles: int) -> Producer:
    """Return what finds the lineage of so many articles in memory."""
    return Producer(LINEAGE.version, asdict(Settings.for_size(articles)))


def of_two() -> Producer:
    """Return what compares two texts."""
    return Producer(LINEAGE.version, asdict(Settings()))


def of_ledger(ledger: Ledger) -> Producer:
    """Return what found the lineage that a ledger holds; that of an empty one is found by the version at hand."""
    run = ledger.run()
    return Producer(run.version, run.parameters) if run else in_memory(0)
