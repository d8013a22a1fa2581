"""The short form of `python -m tests.kill`."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform != "linux" or shutil.which("cc") is None, reason="needs LD_PRELOAD and a compiler")
def test_killed_at_any_moment_nothing_is_lost_and_the_next_run_goes_on() -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "tests.kill", "--times", "3"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(" 0 wrong") == 5
