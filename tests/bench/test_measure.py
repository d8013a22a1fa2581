"""Whole-process figures, of descendants too."""

import subprocess
import sys
import time
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


ASKING = """
import subprocess
import sys
import time
from pathlib import Path
from bench.measure import run
run([sys.executable, "-c", sys.argv[1], sys.argv[2]], stdout=Path(sys.argv[2], "out"), stderr=Path(sys.argv[2], "err"))
"""
BREATHING = """
import pathlib, sys, time
while True:
    pathlib.Path(sys.argv[1], "breath").write_text(str(time.time()))
    time.sleep(0.1)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="parents are seen on Linux only")
def test_a_command_that_nobody_waits_for_any_more_is_ended(tmp_path: Path) -> None:
    asking = subprocess.Popen([sys.executable, "-c", ASKING, BREATHING, str(tmp_path)])
    breath = tmp_path / "breath"
    while not breath.exists():
        time.sleep(0.05)
    asking.kill()
    asking.wait()
    last = None
    for _ in range(100):
        if (seen := breath.read_text()) and seen == last:
            return
        last = seen
        time.sleep(1)
    pytest.fail("it still runs")
