"""What can be made anew from the articles of a ledger is made anew; the rest can only come from a copy."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sourcier.core.errors import LedgerError
from sourcier.core.problem import Problem
from sourcier.core.progress import Progress
from sourcier.store.checks import DAMAGE
from sourcier.store.facts import STAGE as FACTS
from sourcier.store.ledger import Ledger
from sourcier.workflow.alone import alone
from sourcier.workflow.health import Health, health
from sourcier.workflow.refreshing import begin_index, catch_up
from sourcier.workflow.stages import LINEAGE

Part = Literal["tables", "search", "lineage", "index", "facts", "removal", "backlog"]
"""What was mended: SQLite's indexes, the full-text table, what was found, the index, facts, a removal, the backlog."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What was mended, and the state afterwards: its faults can only be mended from a copy."""

    mended: tuple[Part, ...]
    after: Health


def repair(ledger: Ledger, before: Health, progress: Progress | None = None) -> Repair:
    """Mend what `before` says is wrong, as far as it can be; articles and corrections are not touched.

    Raises what `refresh` raises.
    """
    with alone(ledger.path, progress):
        mended = list(_mended(ledger, before.faults, progress))
    return Repair(tuple(mended), health(ledger, progress))


def _mended(ledger: Ledger, faults: Sequence[Problem], progress: Progress | None) -> Iterator[Part]:
    if _damaged(faults):
        try:
            ledger.rebuild_indexes()
            faults = health(ledger, progress).faults
        except LedgerError:
            return
        if _damaged(faults):  # the tables themselves: what reads them now would make it worse
            return
        yield "tables"
    yield from _made_anew(ledger, {each.stage for each in faults}, progress)


def _made_anew(ledger: Ledger, stages: Collection[str], progress: Progress | None) -> Iterator[Part]:
    again = bool({"lineage", "index"} & set(stages))
    if "search" in stages:
        ledger.rebuild_search()
        yield "search"
    if "lineage" in stages:
        ledger.forget_found()
        yield "lineage"
    if "index" in stages:
        if ledger.unfinished(LINEAGE.version):  # what went or changed since is known no more as it was
            ledger.forget_found()
        begin_index(ledger, {})
        yield "index"
    if FACTS in stages:
        ledger.forget_wrong_facts()
        yield "facts"
    if ledger.unscrubbed():
        ledger.scrub()
        yield "removal"
    if again or ledger.unfinished(LINEAGE.version):
        catch_up(ledger, progress)
        if not again:
            yield "backlog"


def _damaged(faults: Sequence[Problem]) -> bool:
    return any(each.stage == DAMAGE for each in faults)
