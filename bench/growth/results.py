"""What was measured at one size, kept in a file step by step, so that a run that was cut off goes on where it was."""

import json
import os
from pathlib import Path
from typing import Any

Result = dict[str, Any]


class Results:
    """The results of one size in `results.json` of its folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "results.json"
        self.steps: dict[str, Result] = json.loads(self.path.read_text(encoding="utf-8")) if self.path.exists() else {}

    def keep(self, step: str, result: Result) -> None:
        self.steps[step] = result
        unfinished = self.path.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(self.steps, indent=1), encoding="utf-8")
        os.replace(unfinished, self.path)  # noqa: PTH105 -- says that it replaces

    def done(self, step: str) -> Result | None:
        """Return what a step gave; None where it failed, was cut off, or is still to be done."""
        result = self.steps.get(step)
        return None if result is None or "failed" in result else result
