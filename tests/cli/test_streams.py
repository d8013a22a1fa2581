"""Streams that are closed, full, or cannot write every letter."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import sourcier


def test_letters_that_the_output_lacks_become_marks(folder: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "sourcier", "trace", "articles"],
        cwd=folder, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"?" in run.stdout


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell")
@pytest.mark.parametrize(("closing", "lines"), [(">&-", 1), (">&- 2>&-", 0)])
@pytest.mark.parametrize("arguments", ["trace articles", "trace articles --json"])
def test_a_closed_output_is_one_line(folder: Path, closing: str, lines: int, arguments: str) -> None:
    command = f'"{sys.executable}" -m sourcier {arguments} {closing}'
    run = subprocess.run(command, shell=True, cwd=folder, capture_output=True, check=False)  # noqa: S602
    assert (run.returncode, run.stderr.count(b"\n")) == (1, lines)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has it")
def test_a_full_disk_is_one_line(folder: Path) -> None:
    command = f'"{sys.executable}" -m sourcier trace articles --json > /dev/full'
    run = subprocess.run(command, shell=True, cwd=folder, capture_output=True, check=False)  # noqa: S602
    assert (run.returncode, run.stderr.count(b"\n")) == (1, 1)


def test_an_encoding_of_every_letter_loses_none(folder: Path) -> None:
    assert "é" in sourcier("trace", "articles", cwd=folder).out
