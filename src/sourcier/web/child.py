"""The process of one import, as the server holds it."""

import multiprocessing
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from sourcier.web.imported import Step
from sourcier.web.importing import Ended, Work, run
from sourcier.workflow.intake import Intake

_PATIENCE = 3.0  # seconds that a process is given to end itself


class Child:
    """A process that works from the moment this is made."""

    def __init__(self, work: Work, intake: Intake) -> None:
        # A fresh interpreter: a forked one would take the server's threads' locks along, and Windows has no fork.
        context = multiprocessing.get_context("spawn")
        self._receiving, sending = context.Pipe(duplex=False)
        self._process = context.Process(target=run, args=(work, intake, sending), daemon=True)
        with _deaf_to_keys():
            self._process.start()
        sending.close()  # else its end would not be seen here
        self.cancelled = False

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid or 0

    def messages(self) -> Iterator[Step | Ended]:
        """Yield what it says, until it has ended."""
        try:
            while True:
                yield self._receiving.recv()
        except (EOFError, OSError):
            return
        finally:
            self._receiving.close()
            self._process.join()

    def cancel(self, patience: float = _PATIENCE) -> None:
        """Ask it to end, and make it after `patience` seconds; what it stored stays."""
        if not self.cancelled:
            self.cancelled = True
            self._process.terminate()
        timer = Timer(patience, self._process.kill)
        timer.daemon = True
        timer.start()


@contextmanager
def _deaf_to_keys() -> Iterator[None]:
    """Have a process that begins inside not hear Ctrl-C, which is for the server: it may not have come to ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
