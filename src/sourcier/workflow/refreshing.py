"""Lineage and index brought up to date by one program at a time, whatever stopped the one before."""

from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field

from sourcier.core.errors import LedgerBusy
from sourcier.core.progress import Progress
from sourcier.store.index.published import Overtaken
from sourcier.store.ledger import Ledger
from sourcier.store.refusals import clear_words_of_index
from sourcier.workflow.alone import PATIENCE, alone
from sourcier.workflow.growth.growing import grow
from sourcier.workflow.growth.indexing import folder_of, opened, settings_of, settled
from sourcier.workflow.stages import LINEAGE

_TIMES = 3  # what others change meanwhile, such as a correction, is taken up as well


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many articles were indexed, compared, judged and read anew, and by which parameters."""

    indexed: int
    matched: int
    judged: int
    parameters: Mapping[str, int]
    read: int = 0


@dataclass(slots=True)
class Counted:
    """Hands on progress, and counts what each step had to do."""

    progress: Progress | None
    counts: Counter[str] = field(default_factory=Counter)
    _last: tuple[str, int] = ("", 0)

    def __call__(self, step: str, done: int, total: int | None) -> None:
        """Note the state of a step."""
        if step != self._last[0] or done < self._last[1]:  # another step, or the same once more
            self.counts[step] += total or 0
        self._last = step, done
        if self.progress:
            self.progress(step, done, total)

    def of(self, ledger: Ledger) -> Refreshed:
        """Return what was counted."""
        counts = self.counts
        return Refreshed(counts["index"], counts["match"], counts["judge"], ledger.parameters(), counts["facts"])


def refresh(ledger: Ledger, progress: Progress | None = None, patience: float = PATIENCE) -> None:
    """Bring lineage to the state of the articles: only what was added, changed or removed, and what it touches.

    Raises LedgerBusy where another program writes for longer than `patience` seconds, LedgerError where ledger or
    index cannot be written; what was done stays done.
    """
    with alone(ledger.path, progress, patience):
        catch_up(ledger, progress)


def catch_up(ledger: Ledger, progress: Progress | None = None) -> None:
    """Do what `refresh` does; the caller is alone."""
    with clear_words_of_index(str(folder_of(ledger.path) or "index")):
        for left in reversed(range(_TIMES)):
            try:
                grow(ledger, progress)
            except (LedgerBusy, Overtaken, FileNotFoundError, KeyError):  # an article or the index went meanwhile
                if not left:
                    raise
            else:
                if not ledger.unfinished(LINEAGE.version):
                    return


def reindex(ledger: Ledger, parameters: Mapping[str, int], progress: Progress | None = None) -> None:
    """Build the index anew; with other `parameters` than the ledger's all is compared anew as well."""
    with alone(ledger.path, progress):
        if not parameters:  # else all is done anew
            catch_up(ledger, progress)
        begin_index(ledger, parameters)
        catch_up(ledger, progress)


def begin_index(ledger: Ledger, parameters: Mapping[str, int]) -> None:
    """Empty the index, for these parameters from now on; the caller is alone."""
    settled(ledger)
    ledger.set_parameters({**ledger.parameters(), **parameters})
    with (
        clear_words_of_index(str(folder_of(ledger.path) or "index")),
        closing(opened(ledger, settings_of(ledger))) as index,
    ):
        index.clear()
