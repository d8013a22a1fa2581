"""The imports of one server: each in a process of its own, one at a time."""

import atexit
import secrets
from collections import deque
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import BinaryIO, Protocol

from sourcier.web.board import Board
from sourcier.web.child import Child
from sourcier.web.imported import Import, Step
from sourcier.web.importing import Ended, Work, take_in
from sourcier.workflow.intake import Intake, broken_off
from sourcier.workflow.spool import Filling, SpoolLimits

_SOON = 0.5  # seconds that a process is given to end itself when the server ends


class Sent(Protocol):
    """A file as the browser sent it: its name may be a path with « / »."""

    @property
    def name(self) -> str: ...

    @property
    def file(self) -> BinaryIO: ...


class Imports:
    """What is and was taken into the ledger `path` since the server began; safe to call from any thread."""

    def __init__(self, path: Path, *, limits: SpoolLimits | None = None, work: Work = take_in) -> None:
        self._path, self._limits, self._work = path, limits, work
        self._board = Board()
        self._intakes: dict[str, Intake] = {}
        self._waiting: deque[str] = deque()
        self._running: tuple[str, Child] | None = None
        self._thread: Thread | None = None
        self._closed = False
        atexit.register(self.close)

    def start(self, files: Iterable[Sent]) -> Import:
        """Take in uploaded files: they are copied before this returns, and read when their turn comes.

        ZIP archives are unpacked. The ledger knows a file by the name that the browser gave.
        """
        filling = Filling(self._limits)
        try:
            for each in files:
                filling.put(each.name, each.file)
        except BaseException:
            filling.spool.delete()
            raise
        spool = filling.spool
        new = Import(
            secrets.token_urlsafe(9), "files", filling.first, filling.count,
            folder=filling.folder, problems=spool.problems, problem_count=len(spool.problems),
        )  # fmt: skip
        return self._start(new, Intake(self._path, spool))

    def start_url(self, url: str, *, private: bool = False) -> Import:
        """Fetch a web page and take in its article; `private` allows addresses of one's own network."""
        new = Import(secrets.token_urlsafe(9), "address", url)
        return self._start(new, Intake(self._path, url=url, private=private))

    def read(self) -> Import:
        """Find the lineage anew, then read each article and find who is one over all of them."""
        return self._start(Import(secrets.token_urlsafe(9), "refresh"), Intake(self._path, facts=True))

    def refresh(self) -> Import:
        """Find the lineage anew, after corrections; one that waits already stands for a second."""
        with self._board.lock:
            waiting = (each for each in self.all() if each.kind == "refresh" and each.state == "waiting")
            if known := next(waiting, None):
                return known
            return self._start(Import(secrets.token_urlsafe(9), "refresh"), Intake(self._path))

    def status(self, key: str) -> Import | None:
        """Return where an import stands, None where none has this key: there was none, or it was long ago."""
        return self._board.get(key)

    def all(self) -> tuple[Import, ...]:
        """Return the imports that are remembered, the newest first."""
        return self._board.all()

    def cancel(self, key: str) -> Import | None:
        """Stop an import; what was stored stays, and `resume` goes on with the rest."""
        with self._board.lock:
            if key in self._waiting:
                self._waiting.remove(key)
                self._over(key, None, cancelled=True)
            elif self._running and self._running[0] == key:
                self._running[1].cancel()
            return self.status(key)

    def resume(self, key: str) -> Import | None:
        """Go on with an import that was cancelled or failed; any other stays as it is."""
        with self._board.lock:
            known = self.status(key)
            if known and known.resumable and not self._closed:
                self._board.set(key, state="waiting", steps=(), error=None, ended=None)
                self._enqueue(key)
            return self.status(key)

    @property
    def closed(self) -> bool:
        """Tell whether nothing more is taken in: the server ends."""
        return self._closed

    def drop_uploads(self) -> None:
        """Delete the files of the imports that stopped before their end, for they may hold what is to be removed."""
        with self._board.lock:
            for each in self.all():
                if each.resumable and each.kind == "files":
                    self._drop(each.key)
                    self._board.set(each.key, dropped=True)

    def stop(self) -> None:
        """Stop everything, without waiting for it; nothing more is taken in."""
        with self._board.lock:
            self._closed = True
            for each in self.all():
                self.cancel(each.key)
            if self._running:
                self._running[1].cancel(_SOON)

    def close(self) -> None:
        """Stop everything, and delete the uploaded files; what was stored stays."""
        atexit.unregister(self.close)
        self.stop()
        with self._board.lock:
            thread = self._thread
        if thread:
            thread.join()
        for key in list(self._intakes):
            self._drop(key)

    def _start(self, new: Import, intake: Intake) -> Import:
        with self._board.lock:
            self._board.put(new)
            self._intakes[new.key] = intake
            self._enqueue(new.key)
            return new

    def _enqueue(self, key: str) -> None:
        self._waiting.append(key)
        if self._thread is None:
            self._thread = Thread(target=self._work_off, name="imports", daemon=True)
            self._thread.start()

    def _work_off(self) -> None:
        while True:
            with self._board.lock:
                if not self._waiting or self._closed:
                    self._thread = None
                    return
                key = self._waiting.popleft()
                self._board.set(key, state="running", started=datetime.now(UTC))
                try:
                    child = Child(self._work, self._intakes[key])
                except OSError as error:  # no process, no pipe
                    self._over(key, Ended(error=broken_off(error.strerror)))
                    continue
                self._running = key, child
            self._follow(key, child)

    def _follow(self, key: str, child: Child) -> None:
        ended = None
        steps: dict[str, Step] = {}
        for message in child.messages():
            if isinstance(message, Ended):
                ended = message
            else:
                steps[message.key] = message
                self._board.set(key, steps=tuple(steps.values()))
        with self._board.lock:
            self._running = None
            self._over(key, ended, cancelled=child.cancelled)

    def _over(self, key: str, ended: Ended | None, *, cancelled: bool = False) -> None:
        """Note how an import ended: `ended` is None where it did not come to say so."""
        now = datetime.now(UTC)
        if ended and not ended.stopped and not ended.error:
            self._board.set(key, state="done", ended=now, **_counts(ended))
            self._drop(key)
        elif cancelled:
            self._board.set(key, state="cancelled", ended=now, **(_counts(ended) if ended else {}))
        else:
            error = (ended and ended.error) or broken_off()
            self._board.set(key, state="failed", ended=now, error=error)
        for gone in self._board.forget_oldest():
            self._drop(gone)

    def _drop(self, key: str) -> None:
        intake = self._intakes.pop(key, None)
        if intake and intake.spool:
            intake.spool.delete()


def _counts(ended: Ended) -> dict[str, object]:
    return {
        "new": ended.new, "known": ended.known, "versions": ended.versions,
        "problems": ended.problems, "problem_count": ended.problem_count,
    }  # fmt: skip
