"""A function over many tasks with all cores of this machine: results in order, and a bounded number of them at once."""

import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from typing import Generic, Protocol, TypeVar, cast

from sourcier.runners.pool import Job, Pool

_AFTER = 1.0  # seconds of work in this process before others are started, which takes each about half a second
_CHUNK = 64  # tasks sent together
_CHUNK_BYTES = 500_000
_AHEAD = 4  # chunks a process that are under way, or done and not yet asked for
_READY = 256  # results that wait behind them


class Task(Protocol):
    """What can be sent to another process; `size` is the bytes that it stands for."""

    @property
    def size(self) -> int: ...


T = TypeVar("T", bound=Task)
R = TypeVar("R")


def processes_here() -> int:
    """Return how many processes can run at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def ordered(job: Job[T, R], tasks: Iterable[T | R], processes: int | None = None, after: float = _AFTER) -> Iterator[R]:
    """Yield the result of each task of the job's kind, and anything else as it is, in order.

    Other processes are started once the work has taken `after` seconds here, so that little work never waits for
    them; with one process, never. Closing the iterator, or an exception, ends them.
    """
    number = processes or processes_here()
    rest = iter(tasks)
    spent = 0.0
    for task in rest:
        if not isinstance(task, job.kind):
            yield cast("R", task)
            continue
        began = time.perf_counter()
        result = job.work(task)
        spent += time.perf_counter() - began
        yield result
        if number > 1 and spent >= after:
            break
    with Pool(job, number) as pool:
        yield from _Window(pool, number * _AHEAD).results(_parts(rest, job.kind))


class _Chunk(Generic[T]):
    """Tasks that are sent together."""

    def __init__(self) -> None:
        self.tasks: list[T] = []
        self.size = 0

    def add(self, task: T) -> bool:
        """Take one more; tell whether there is no room for another."""
        self.tasks.append(task)
        self.size += task.size
        return len(self.tasks) >= _CHUNK or self.size >= _CHUNK_BYTES


class _Window(Generic[T, R]):
    """What is under way in a pool, and the results that wait between."""

    def __init__(self, pool: Pool[T, R], most: int) -> None:
        self._pool, self._most = pool, most
        self._waiting: deque[Future[list[R]] | R] = deque()
        self._under_way = 0

    def results(self, parts: Iterable[_Chunk[T] | R]) -> Iterator[R]:
        """Have the chunks done; yield all in order."""
        for part in parts:
            if isinstance(part, _Chunk):
                self._waiting.append(self._pool.submit(part.tasks))
                self._under_way += 1
            else:
                self._waiting.append(part)
            while self._waiting and (self._full() or _is_done(self._waiting[0])):
                yield from self._first()
        while self._waiting:
            yield from self._first()

    def _full(self) -> bool:
        return self._under_way > self._most or len(self._waiting) > _READY

    def _first(self) -> Iterable[R]:
        first = self._waiting.popleft()
        if not isinstance(first, Future):
            return (first,)
        self._under_way -= 1
        return first.result()


def _is_done(waiting: object) -> bool:
    return not isinstance(waiting, Future) or waiting.done()


def _parts(tasks: Iterable[T | R], kind: type[T]) -> Iterator[_Chunk[T] | R]:
    """Yield the tasks by the chunk, and what is no task by itself, in order."""
    chunk: _Chunk[T] = _Chunk()
    for task in tasks:
        if isinstance(task, kind):
            if chunk.add(task):
                yield chunk
                chunk = _Chunk()
            continue
        if chunk.tasks:
            yield chunk
            chunk = _Chunk()
        yield cast("R", task)
    if chunk.tasks:
        yield chunk
