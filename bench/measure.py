"""Runs a command and measures the whole of it: CPU seconds and peak memory of the process and all its descendants."""

import ctypes
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bench.processes import Process, descendants, held, ignores_children

SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of <linux/prctl.h>
SAMPLING = 0.2  # seconds


@dataclass(frozen=True, slots=True)
class Usage:
    """What a command took; memory is the largest sum over its processes that was seen, a shared page counted once."""

    status: int
    cpu_seconds: float
    wall_seconds: float
    peak_megabytes: float


def run(
    command: list[str],
    *,
    stdout: Path,
    stderr: Path,
    environment: dict[str, str] | None = None,
    most_megabytes: int | None = None,
) -> Usage:
    """Orphans (a virtual machine's workers) are adopted on Linux, so that their time is counted as well.

    A command that is seen to hold more memory than `most_megabytes` is killed; its status is then -9.
    """
    report = stdout.with_suffix(stdout.suffix + ".usage")
    with stdout.open("wb") as out, stderr.open("wb") as errors:
        watcher = [sys.executable, "-m", "bench.measure", str(report), str(most_megabytes or 0), *command]
        subprocess.run(watcher, stdout=out, stderr=errors, env=environment or dict(os.environ), check=False)
    status, cpu, wall, peak = report.read_text(encoding="utf-8").split()
    report.unlink()
    return Usage(int(status), float(cpu), float(wall), float(peak))


def watch(report: Path, most: int, command: list[str]) -> None:
    """Run the command as the only child of this process, and write what it took; `most` bytes, 0 for any number."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    started = time.monotonic()
    child = os.posix_spawnp(command[0], command, os.environ)
    sampler = Sampler(os.getpid(), most)
    sampler.start()
    status, waited = wait_for_all(child)
    sampler.stop()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    largest = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    peak = (sampler.peak or largest) / 1e6
    cpu = used.ru_utime + used.ru_stime + sampler.lost(waited)
    report.write_text(f"{status} {cpu:.3f} {time.monotonic() - started:.3f} {peak:.1f}", encoding="utf-8")


def wait_for_all(child: int) -> tuple[int, set[int]]:
    """Return the status of the child once no descendant is left, and all that were waited for."""
    status = 0
    waited: set[int] = set()
    while True:
        try:
            ended, code, _ = os.wait4(-1, 0)
        except ChildProcessError:
            return status, waited
        waited.add(ended)
        if ended == child:
            status = os.waitstatus_to_exitcode(code)


class Sampler(threading.Thread):
    """Looks at all descendants now and then: resident memory, and time that no parent will account for."""

    def __init__(self, root: int, most: int = 0) -> None:
        super().__init__(daemon=True)
        self._root = root
        self._most = most
        self._asked_by = os.getppid()
        self._ended = threading.Event()
        self._unaccounted: dict[int, float] = {}
        self.peak = 0

    def run(self) -> None:
        while not self._ended.wait(SAMPLING):
            seen = descendants(self._root)
            resident = sum(map(held, seen))
            self.peak = max(self.peak, resident)
            # A command that nobody waits for any more would disturb what is measured next.
            if 0 < self._most < resident or os.getppid() != self._asked_by:
                _end(seen)
            careless = {process.number for process in seen if ignores_children(process.number)}
            self._unaccounted |= {process.number: process.cpu for process in seen if process.parent in careless}

    def stop(self) -> None:
        self._ended.set()
        self.join()

    def lost(self, waited: set[int]) -> float:
        """CPU seconds of children of processes that ignore their end, which the kernel adds to nobody."""
        return sum(cpu for process, cpu in self._unaccounted.items() if process not in waited)


def _end(processes: list[Process]) -> None:
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process.number, signal.SIGKILL)


if __name__ == "__main__":
    watch(Path(sys.argv[1]), int(sys.argv[2]) * 1_000_000, sys.argv[3:])
