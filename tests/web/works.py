"""Work for the process of an import that does what a test needs; every article in it is invented."""

import os
import signal
import time
from pathlib import Path

from sourcier.core.progress import Progress
from sourcier.workflow.intake import Intake
from sourcier.workflow.ledger import Added
from sourcier.workflow.received import take_in


def endless(intake: Intake, progress: Progress) -> Added:
    """Take everything in, then go on without an end, unless it was resumed."""
    again = _again(intake)
    added = take_in(intake, progress)
    while not again:
        progress("endless", 0, None)
        time.sleep(0.05)
    return added


def deaf(_intake: Intake, progress: Progress) -> Added:
    """Go on without an end, whatever signal comes that can be refused."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        progress("read", 0, None)
        time.sleep(0.05)


def killed(intake: Intake, progress: Progress) -> Added:
    """End without a word the first time."""
    if not _again(intake):
        progress("read", 0, None)
        os.kill(os.getpid(), signal.SIGKILL)
    return take_in(intake, progress)


def broken(_intake: Intake, _progress: Progress) -> Added:
    """Break by a fault of ours."""
    raise ZeroDivisionError("division\nby zero")


def held(intake: Intake, progress: Progress) -> Added:
    """Wait until the file `go` stands beside the ledger."""
    progress("read", 0, None)
    while not (intake.ledger.parent / "go").exists():
        time.sleep(0.02)
    return take_in(intake, progress)


def _again(intake: Intake) -> bool:
    mark: Path = intake.ledger.parent / "once"
    known = mark.exists()
    mark.touch()
    return known
