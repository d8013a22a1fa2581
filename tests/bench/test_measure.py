"""Whole-process figures, of descendants too."""

import sys
from pathlib import Path

import pytest

from bench.measure import run

GRANDCHILD = """
import subprocess, sys
subprocess.Popen([sys.executable, "-c", "import time\\nwhile time.process_time() < 0.4: pass"])
print("done")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="orphans are adopted on Linux only")
def test_the_time_of_orphans_is_counted(tmp_path: Path) -> None:
    usage = run([sys.executable, "-c", GRANDCHILD], stdout=tmp_path / "out", stderr=tmp_path / "err")
    assert usage.status == 0
    assert usage.cpu_seconds >= 0.4
    assert usage.peak_megabytes > 1
    assert (tmp_path / "out").read_text(encoding="utf-8") == "done\n"


CARELESS = """
import os, signal, time
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
if os.fork() == 0:
    while time.process_time() < 1.5: pass
    os._exit(0)
while True:
    try: os.wait()
    except ChildProcessError: break
"""


@pytest.mark.skipif(sys.platform != "linux", reason="such children are seen on Linux only")
def test_the_time_of_children_that_nobody_accounts_for_is_counted(tmp_path: Path) -> None:
    usage = run([sys.executable, "-c", CARELESS], stdout=tmp_path / "out", stderr=tmp_path / "err")
    assert usage.cpu_seconds >= 0.7


def test_the_status_is_the_command_s(tmp_path: Path) -> None:
    usage = run([sys.executable, "-c", "raise SystemExit(3)"], stdout=tmp_path / "out", stderr=tmp_path / "err")
    assert usage.status == 3


@pytest.mark.skipif(sys.platform != "linux", reason="memory is seen on Linux only")
def test_a_command_that_holds_too_much_memory_is_ended(tmp_path: Path) -> None:
    greedy = "import time; held = b'x' * 300_000_000; time.sleep(60)"
    usage = run([sys.executable, "-c", greedy], stdout=tmp_path / "out", stderr=tmp_path / "err", most_megabytes=200)
    assert usage.status == -9
    assert usage.wall_seconds < 50
