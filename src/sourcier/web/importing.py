"""An import in a process of its own: what it does there, and what it sends back."""

import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from sourcier.core.errors import SourcierError
from sourcier.core.problem import Problem
from sourcier.core.progress import Progress
from sourcier.web.imported import Step
from sourcier.workflow.intake import Intake, broken_off

if TYPE_CHECKING:
    from sourcier.workflow.ledger import Added

_BETWEEN = 0.1  # seconds between two reports of one step
_SHOWN = 200  # problems that are sent
_LONGEST = 500  # characters of a fault of ours
Work = Callable[[Intake, Progress], "Added"]


@dataclass(frozen=True, slots=True)
class Ended:
    """How it ended: `error` where it failed; `stopped` where it was told to stop, with what was stored before.

    Of the `new` articles `versions` are new texts of a page that had another one.
    """

    new: int = 0
    known: int = 0
    problems: tuple[Problem, ...] = ()
    problem_count: int = 0
    error: Problem | None = None
    stopped: bool = False
    versions: int = 0


def take_in(intake: Intake, progress: Progress) -> "Added":
    """Do the everyday work."""
    from sourcier.workflow.received import take_in  # noqa: PLC0415 -- heavy, and the server itself does not need it

    return take_in(intake, progress)


def run(work: Work, intake: Intake, sending: Connection) -> None:
    """Work, and send each step and how it ended; the whole of the child process."""
    reports = Reports(sending)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C at the terminal is for the server, which then ends us
    signal.signal(signal.SIGTERM, reports.stop)
    with suppress(BrokenPipeError, ConnectionResetError):  # the server is gone
        try:
            ended = _ended(work, intake, reports)
        except KeyboardInterrupt:  # before the work had begun
            ended = Ended(stopped=True)
        reports.send(ended)


def _ended(work: Work, intake: Intake, progress: Progress) -> Ended:
    from sourcier.workflow.ledger import Interrupted  # noqa: PLC0415 -- the same

    try:
        return _counted(work(intake, progress))
    except Interrupted as stop:
        return _counted(stop.added, stopped=True)
    except KeyboardInterrupt:
        return Ended(stopped=True)
    except BrokenPipeError:
        raise
    except SourcierError as error:
        return Ended(error=Problem("import", "", error.message, error.hint))
    except Exception as error:  # noqa: BLE001 -- whatever breaks is said on the page, and the server stays
        return Ended(error=broken_off(f"{type(error).__name__} {' '.join(str(error).split())[:_LONGEST]}".strip()))


def _counted(added: "Added", *, stopped: bool = False) -> Ended:
    problems, count = added.problems[:_SHOWN], len(added.problems)
    return Ended(added.new, added.known, problems, count, versions=added.versions, stopped=stopped)


class Reports:
    """Sends steps, but not so often that the server is busy with them; told to stop, it never cuts a message."""

    def __init__(self, sending: Connection) -> None:
        self._sending = sending
        self._step, self._time = "", 0.0
        self._busy = self._stopped = False

    def __call__(self, step: str, done: int, total: int | None) -> None:
        """Report how far a step has come."""
        now = time.monotonic()
        if step == self._step and now - self._time < _BETWEEN and done != total:
            return
        self._step, self._time = step, now
        self.send(Step(step, done, total))
        if self._stopped:
            raise KeyboardInterrupt

    def send(self, message: Step | Ended) -> None:
        """Send one message whole."""
        self._busy = True
        try:
            self._sending.send(message)
        finally:
            self._busy = False

    def stop(self, number: int, _frame: object) -> None:
        """Stop the work as Ctrl-C would, once: a message under way is sent first."""
        signal.signal(number, signal.SIG_IGN)
        self._stopped = True
        if not self._busy:
            raise KeyboardInterrupt
