"""What Linux tells of running processes; elsewhere nothing is seen."""

import os
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

IGNORES_CHILDREN = 1 << 16  # SIGCHLD in the mask of ignored signals
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Process:
    """Memory in bytes; CPU seconds of its own and of the children it has waited for."""

    number: int
    parent: int
    cpu: float
    resident: int


def descendants(root: int) -> list[Process]:
    children: dict[int, list[Process]] = defaultdict(list)
    for process in running():
        children[process.parent].append(process)
    found = list(children[root])
    for process in found:
        found.extend(children[process.number])
    return found


def running() -> list[Process]:
    entries = PROC.iterdir() if PROC.is_dir() else ()
    return [process for entry in entries if entry.name.isdecimal() and (process := looked_at(entry))]


def looked_at(entry: Path) -> Process | None:
    """Return None when the process has just ended."""
    try:
        # The name, in brackets, may hold anything; the fields after it are those of proc(5) from the third on.
        fields = (entry / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return None
    ticks = sum(map(int, fields[11:15]))
    return Process(
        int(entry.name), int(fields[1]), ticks / os.sysconf("SC_CLK_TCK"), int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
    )


def held(process: Process) -> int:
    """Return the memory of a process in bytes, of a page that several hold its part (Linux's PSS)."""
    try:
        rollup = (PROC / str(process.number) / "smaps_rollup").read_text(encoding="ascii")
    except OSError:  # another user's, or just ended
        return process.resident
    shares = [line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:")]
    return int(shares[0]) * 1024 if shares else process.resident


def ignores_children(process: int) -> bool:
    try:
        status = (PROC / str(process) / "status").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    masks = [line.split()[1] for line in status.splitlines() if line.startswith("SigIgn:")]
    return any(int(mask, 16) & IGNORES_CHILDREN for mask in masks)
