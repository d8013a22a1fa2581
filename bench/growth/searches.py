"""Searching a ledger, warm and cold, each in processes of their own; and what the times come to."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.growth.results import Result
from bench.web.timing import percentile

COLD = 15  # processes, each with nothing of the ledger in memory
LONGEST = 3600.0  # seconds for all texts; what was looked for until then counts


def forgotten(ledger: Path) -> bool:
    """Have the system drop what it keeps in memory of the ledger's files; False where it cannot."""
    if not hasattr(os, "posix_fadvise"):
        return False
    beside = [path for each in ledger.parent.glob(f"{ledger.name}*") for path in (each, *each.rglob("*"))]
    for path in beside:
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())  # a page that was not written yet stays
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return True


def warm(ledger: Path, probes: Path) -> Result:
    lines, failed = _finding(ledger, probes)
    result = summed(lines)
    return result | ({"failed": failed} if failed and not lines else {"cut": failed} if failed else {})


def cold(ledger: Path, probes: Path) -> Result:
    """Look for one text in a fresh process, again and again; opening the ledger is counted."""
    lines: list[dict[str, Any]] = []
    for number in range(COLD):
        if not forgotten(ledger):
            return {"failed": "this system does not drop pages of files when asked"}
        found, failed = _finding(ledger, probes, "--only", str(number))
        if failed:
            return {"failed": failed}
        lines += found
    return summed(lines)


def _finding(ledger: Path, probes: Path, *options: str) -> tuple[list[dict[str, Any]], str | None]:
    command = [sys.executable, "-m", "bench.growth.finding", str(ledger), str(probes), *options]
    done, failed = b"", None
    try:
        ended = subprocess.run(command, capture_output=True, timeout=LONGEST, check=False)
        done = ended.stdout
        if ended.returncode:
            failed = (ended.stderr.decode("utf-8", "replace").strip().splitlines() or ["no word"])[-1][:300]
    except subprocess.TimeoutExpired as cut:
        done, failed = cut.stdout or b"", f"ended after {LONGEST:,.0f} s"
    whole = [line for line in done.split(b"\n")[:-1] if line]
    return [json.loads(line) for line in whole], failed


def summed(lines: Sequence[dict[str, Any]]) -> Result:
    """Return the median and the 99th percentile, in milliseconds, of all texts and of each kind."""
    kinds = dict.fromkeys(line["kind"] for line in lines)
    by_kind = {kind: _times([line for line in lines if line["kind"] == kind]) for kind in kinds}
    return {"all": _times(lines), "kinds": by_kind}


def _times(lines: Iterable[dict[str, Any]]) -> Result:
    taken = list(lines)
    times = {
        f"{what}_{name}": percentile([line[what] for line in taken], share)
        for what in ("cpu", "wall")
        for name, share in (("median", 0.5), ("p99", 0.99))
    }
    hits = {name: sum(line[name] for line in taken) for name in ("found", "any")}
    return {"texts": len(taken), **times, **hits}
