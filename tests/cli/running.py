"""The program run as people run it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Run:
    status: int
    out: str
    err: str

    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    def problems(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.err.splitlines()]


def sourcier(*arguments: str | Path, cwd: Path, stdin: str = "", lang: str = "en_GB.UTF-8", **env: str) -> Run:
    """Run one command in a folder; `env` adds to an environment that names no ledger."""
    environment = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("SOURCIER_LEDGER", "SOURCIER_DEBUG", "LC_", "LANG"))
    }
    environment |= {"LANG": lang, "PYTHONUTF8": "1", **env}
    done = subprocess.run(
        [sys.executable, "-m", "sourcier", *map(str, arguments)],
        cwd=cwd, input=stdin.encode(), capture_output=True, check=False, env=environment, timeout=120,
    )  # fmt: skip
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())
