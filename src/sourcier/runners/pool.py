"""Workers, each fed by a thread here; one that ends amid its work loses the task that ended it, and no other."""

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, Self, TypeVar

from sourcier.runners import worker

T = TypeVar("T")
R = TypeVar("R")
_FLAGS = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)


@dataclass(frozen=True, slots=True)
class Job(Generic[T, R]):
    """What is done with each task of a kind; `lost` gives the result of one that ended the process which did it."""

    kind: type[T]
    work: Callable[[T], R]
    lost: Callable[[T], R]


class Pool(Generic[T, R]):
    """Does a job, which can be pickled, in other processes."""

    def __init__(self, job: Job[T, R], processes: int) -> None:
        self._work, self._lost = job.work, job.lost
        self._threads = ThreadPoolExecutor(processes, "sourcier-worker")
        self._own = threading.local()
        self._lock = threading.Lock()
        self._workers: set[subprocess.Popen[bytes]] = set()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._lock:
            self._closed = True
            for each in self._workers:
                each.kill()
        self._threads.shutdown(cancel_futures=True)
        for each in self._workers:
            _end(each)

    def submit(self, tasks: Sequence[T]) -> "Future[list[R]]":
        """Have some tasks done, in their order."""
        return self._threads.submit(self._done, tasks)

    def _done(self, tasks: Sequence[T]) -> list[R]:
        answer = self._asked(tasks)
        if answer is not None:
            return answer
        if len(tasks) > 1:  # one of them ended the worker: each alone tells which
            return [result for task in tasks for result in self._done([task])]
        return [self._lost(tasks[0])]

    def _asked(self, tasks: Sequence[T]) -> list[R] | None:
        """Return the results, None where the worker ended before it gave them."""
        if not hasattr(self._own, "worker"):
            self._own.worker = self._started()
        process = self._own.worker
        if process is None:  # none can be started here
            return [self._work(task) for task in tasks]
        try:
            _send(process, list(tasks))
            answer: list[R] = pickle.load(process.stdout)  # noqa: S301 -- our own process
        except (OSError, EOFError, pickle.UnpicklingError):
            del self._own.worker
            self._gone(process)
            return None
        return answer

    def _started(self) -> "subprocess.Popen[bytes] | None":
        """Return a worker that is ready, None where none can be had: then the work is done here."""
        with self._lock:
            self._check()
            if not sys.executable:
                return None
            try:
                process = _process()
            except OSError:
                return None
            self._workers.add(process)
        try:
            _send(process, sys.path)
            _send(process, self._work)
            pickle.load(process.stdout)  # type: ignore[arg-type]  # noqa: S301 -- it says that it is ready
        except (OSError, EOFError, pickle.PickleError):
            self._gone(process)
            return None
        return process

    def _gone(self, process: "subprocess.Popen[bytes]") -> None:
        with self._lock:
            self._check()
            self._workers.discard(process)
        _end(process)

    def _check(self) -> None:
        if self._closed:
            raise CancelledError


def _process() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 -- ourselves
        [sys.executable, "-c", worker.COMMAND.format(name=worker.__name__)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C at the terminal reaches the one that started it alone
        creationflags=_FLAGS,
    )


def _send(process: "subprocess.Popen[bytes]", value: object) -> None:
    assert process.stdin is not None  # noqa: S101 -- it is a pipe
    pickle.dump(value, process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            try:
                pipe.close()
            except OSError:  # what was not sent any more
                continue
