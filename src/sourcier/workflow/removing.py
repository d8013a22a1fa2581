"""Articles out of a ledger, so that no byte of them is left in it or beside it."""

from collections.abc import Sequence
from contextlib import suppress

from sourcier.core.errors import LedgerError, LedgerHeld, UnknownArticle
from sourcier.core.progress import Progress
from sourcier.store.ledger import Ledger
from sourcier.workflow.alone import PATIENCE, alone
from sourcier.workflow.refreshing import catch_up


def remove(
    ledger: Ledger, keys: Sequence[str], progress: Progress | None = None, patience: float = PATIENCE
) -> list[str]:
    """Delete articles, all or none, find anew what they touched, rewrite the index without them; return their ids.

    Raises LedgerHeld where another program has the file open, or the disk refuses to rewrite it: they are removed then,
    and `finish` drops what is left of them. Raises LedgerBusy, nothing removed, where another program writes for longer
    than `patience` seconds.
    """
    with alone(ledger.path, progress, patience):
        try:
            gone = ledger.remove_all(keys)
        except LedgerError as error:  # after they were deleted, or before
            if not (ledger.unpurged() and _are_gone(ledger, keys)):
                raise
            with suppress(LedgerError):
                catch_up(ledger, progress)
            raise LedgerHeld(error.message, error.hint) from error
        try:
            if gone:
                catch_up(ledger, progress)
        except LedgerError as error:
            raise LedgerHeld(error.message, error.hint) from error
        return gone


def _are_gone(ledger: Ledger, keys: Sequence[str]) -> bool:
    for key in keys:
        with suppress(UnknownArticle):
            ledger.article(key)
            return False
    return True


def finish(ledger: Ledger, progress: Progress | None = None, patience: float = PATIENCE) -> None:
    """Drop what an earlier removal left; the errors are those of `remove`."""
    if not (ledger.unscrubbed() or ledger.unpurged()):
        return
    with alone(ledger.path, progress, patience):
        if ledger.unscrubbed():
            ledger.scrub()
        if ledger.unpurged():
            catch_up(ledger, progress)
