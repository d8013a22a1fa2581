"""The real server as a process of its own."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from bench.processes import PROC, looked_at

_ADDRESS = re.compile(r"http://[^/\s]+:(\d+)/")
_PATIENCE = 20.0  # seconds to end when asked to; it is made to end then


class NotServed(Exception):
    """The server ended before it said where it is."""


class Server:
    """`sourcier serve` over a ledger, from entering to leaving; `address` is where it answers, with a « / » at its end.

    `took` is how many seconds passed from the command to that line.
    """

    def __init__(self, ledger: Path, options: Sequence[str] = (), environment: dict[str, str] | None = None) -> None:
        self._command = [sys.executable, "-m", "sourcier", "serve", "--no-browser", "--port", "0"]
        self._command += ["--ledger", str(ledger), *options]
        self._environment = dict(os.environ) | {"PYTHONUNBUFFERED": "1"} | (environment or {})
        self.address = ""
        self.took = 0.0

    def __enter__(self) -> Self:
        self._errors = tempfile.TemporaryFile()
        start = time.perf_counter()
        self._process = subprocess.Popen(
            self._command, stdout=subprocess.PIPE, stderr=self._errors, env=self._environment
        )
        self.address = self._said()
        self.took = time.perf_counter() - start
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def cpu(self) -> float:
        """Return the CPU seconds that it has used so far, 0 where the system does not tell."""
        seen = looked_at(PROC / str(self._process.pid))
        return seen.cpu if seen else 0.0

    def stop(self) -> int:
        """End the server and return its status."""
        self._process.terminate()
        try:
            status = self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            status = self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()
        self._errors.close()
        return status

    def _said(self) -> str:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if met := _ADDRESS.search(line.decode("utf-8", "replace")):
                return f"http://127.0.0.1:{met[1]}/"  # with --public it names this computer as others know it
        self._errors.seek(0)
        said = self._errors.read().decode("utf-8", "replace").strip().splitlines()[-1:]
        status = self.stop()
        raise NotServed(f"sourcier serve ended with status {status}: {' '.join(said) or 'it said nothing'}")
