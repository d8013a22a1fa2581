"""Work on all cores: in order, bounded, only where it pays; a worker that ends loses one task, and none outlives us."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from sourcier.runners import here
from sourcier.runners.here import ordered
from sourcier.runners.pool import Job


@dataclass(frozen=True)
class Number:
    """A task; its work is to be doubled, or to go wrong."""

    value: int
    size: int = 1_000


def doubled(task: Number) -> tuple[int, int]:
    if task.value == 13:
        os._exit(1)
    return task.value * 2, os.getpid()


def alone(task: Number) -> tuple[int, int]:
    return task.value * 2, os.getpid()


def printing(task: Number) -> tuple[int, int]:
    print("noise", flush=True)  # noqa: T201
    return alone(task)


def lost(task: Number) -> tuple[int, int]:
    return -task.value, 0


def run(work, tasks, **options):
    return list(ordered(Job(Number, work, lost), tasks, **options))


def test_order_is_kept_and_what_is_done_passes_between() -> None:
    tasks = [Number(n) if n % 3 else (n * 2, 0) for n in range(1_000)]
    found = run(alone, tasks, processes=2, after=0)
    assert [value for value, _ in found] == [n * 2 for n in range(1_000)]
    others = {process for _, process in found} - {0, os.getpid()}
    assert 1 <= len(others) <= 2


def test_little_work_and_one_process_start_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    tasks = [Number(n) for n in range(500)]
    assert {process for _, process in run(alone, tasks, processes=4)} == {os.getpid()}
    assert {process for _, process in run(alone, tasks, processes=1, after=0)} == {os.getpid()}


def test_no_more_is_taken_than_is_under_way() -> None:
    taken = 0

    def tasks():
        nonlocal taken
        for n in range(10_000):
            taken = n
            yield Number(n, 200_000)

    most = 0
    for at, _ in enumerate(ordered(Job(Number, alone, lost), tasks(), 2, 0)):
        most = max(most, taken - at)
    assert most <= (2 * here._AHEAD + 2) * 3  # three tasks of this size are a chunk


def test_results_that_wait_are_bounded() -> None:
    taken = 0

    def tasks():
        nonlocal taken
        yield Number(0)
        yield Number(1)
        for n in range(2, 20_000):
            taken = n
            yield n * 2, 0

    results = ordered(Job(Number, alone, lost), tasks(), 2, 0)
    next(results)
    next(results)
    assert taken <= here._READY + 2
    assert sum(1 for _ in results) == 19_998


def test_a_task_that_ends_its_process_is_the_only_one_lost() -> None:
    found = run(doubled, [Number(n) for n in range(200)], processes=2, after=0)
    assert [value for value, _ in found] == [-13 if n == 13 else n * 2 for n in range(200)]


def test_what_a_worker_prints_is_no_answer() -> None:
    assert [value for value, _ in run(printing, [Number(n) for n in range(100)], processes=2, after=0)] == [
        n * 2 for n in range(100)
    ]


def test_where_no_process_can_be_started_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert {process for _, process in run(alone, [Number(n) for n in range(200)], processes=2, after=0)} == {
        os.getpid()
    }


def test_closing_ends_the_processes() -> None:
    results = ordered(Job(Number, alone, lost), (Number(n) for n in range(100_000)), 2, 0)
    workers = {next(results)[1] for _ in range(300)} - {os.getpid()}
    results.close()
    assert workers
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


def test_an_error_of_the_tasks_ends_the_processes_and_is_raised() -> None:
    def tasks():
        yield from (Number(n) for n in range(300))
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        run(alone, tasks(), processes=2, after=0)


LISTED = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="processes are listed there")


@LISTED
def test_a_script_without_a_guard_runs_once_and_ends_cleanly_at_ctrl_c(tmp_path) -> None:
    for n in range(400):
        (tmp_path / f"{n:03}.txt").write_text("Un texte inventé.")
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(f"""
        import sys, time
        from sourcier.runners import here
        here._AFTER = 0
        from sourcier.ingest import registry
        from sourcier.ingest.parsing import lost
        from sourcier.ingest.piece import Piece
        from sourcier.runners.pool import Job
        spread = lambda work, tasks: here.ordered(Job(Piece, work, lost), tasks, 2, 0)
        print("once", flush=True)
        try:
            for n, _ in enumerate(registry.read([{str(tmp_path)!r}], spread=spread)):
                if n == 100:
                    print("reading", flush=True)
                    time.sleep(60)
        except KeyboardInterrupt:
            print("stopped", flush=True)
        """)
    )
    process = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "once\n"
    assert process.stdout.readline() == "reading\n"
    children = _children(process.pid)
    assert children
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (out, err, process.returncode) == ("stopped\n", "", 0)
    assert not [child for child in children if _runs(child)]


@LISTED
def test_workers_end_with_a_process_that_is_killed() -> None:
    script = (
        "import time\nfrom tests.runners.test_here import *\n"
        "results = ordered(Job(Number, alone, lost), (Number(n) for n in range(10**9)), 2, 0)\n"
        "[next(results) for _ in range(200)]\nprint('ready', flush=True)\ntime.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    children = _children(process.pid)
    assert children
    process.kill()
    process.communicate()
    until = time.monotonic() + 60
    while any(map(_runs, children)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [child for child in children if _runs(child)]


def _children(parent: int) -> list[int]:
    """Return the processes that any thread of one started."""
    listed = Path(f"/proc/{parent}/task").glob("*/children")
    return [int(pid) for thread in listed for pid in thread.read_text().split()]


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
