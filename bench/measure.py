"""Runs a command and measures the whole of it: CPU seconds and peak memory of the process and all its descendants."""

import ctypes
import os
import resource
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of <linux/prctl.h>
SAMPLING = 0.25  # seconds


@dataclass(frozen=True, slots=True)
class Usage:
    """What a command took; memory is the largest sum over its processes that was seen, pages shared counted in each."""

    status: int
    cpu_seconds: float
    wall_seconds: float
    peak_megabytes: float


def run(command: list[str], *, stdout: Path, stderr: Path, environment: dict[str, str] | None = None) -> Usage:
    """Orphans (a virtual machine's workers) are adopted on Linux, so that their time is counted as well."""
    report = stdout.with_suffix(stdout.suffix + ".usage")
    with stdout.open("wb") as out, stderr.open("wb") as errors:
        watcher = [sys.executable, "-m", "bench.measure", str(report), *command]
        subprocess.run(watcher, stdout=out, stderr=errors, env=environment or dict(os.environ), check=False)
    status, cpu, wall, peak = report.read_text(encoding="utf-8").split()
    report.unlink()
    return Usage(int(status), float(cpu), float(wall), float(peak))


def watch(report: Path, command: list[str]) -> None:
    """Run the command as the only child of this process, and writes what it took."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    started = time.monotonic()
    child = os.posix_spawnp(command[0], command, os.environ)
    sampler = Sampler(os.getpid())
    sampler.start()
    status = wait_for_all(child)
    sampler.stop()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = max(sampler.peak, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)) / 1e6
    cpu = used.ru_utime + used.ru_stime
    report.write_text(f"{status} {cpu:.3f} {time.monotonic() - started:.3f} {peak:.1f}", encoding="utf-8")


def wait_for_all(child: int) -> int:
    """Return the status of the child once no descendant is left."""
    status = 0
    while True:
        try:
            ended, code, _ = os.wait4(-1, 0)
        except ChildProcessError:
            return status
        if ended == child:
            status = os.waitstatus_to_exitcode(code)


class Sampler(threading.Thread):
    """Adds up the resident memory (bytes) of all descendants now and then; without /proc it sees nothing."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root = root
        self._ended = threading.Event()
        self.peak = 0

    def run(self) -> None:
        while not self._ended.wait(SAMPLING):
            self.peak = max(self.peak, sum(map(resident, descendants(self._root))))

    def stop(self) -> None:
        self._ended.set()
        self.join()


def descendants(root: int) -> list[int]:
    found = [root]
    for process in found:
        for children in Path(f"/proc/{process}/task").glob("*/children"):
            try:
                found.extend(map(int, children.read_text(encoding="ascii").split()))
            except OSError:
                continue
    return found[1:]


def resident(process: int) -> int:
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    watch(Path(sys.argv[1]), sys.argv[2:])
