"""What was measured at one size, kept in a file step by step, so that a run that was cut off goes on where it was."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

Result = dict[str, Any]


class Results:
    """The results of one size in `results.json` of its folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "results.json"
        self.steps: dict[str, Result] = json.loads(self.path.read_text(encoding="utf-8")) if self.path.exists() else {}

    def once(self, step: str, measure: Callable[[], Result]) -> Result:
        """Return what the step gave before, else measure and keep it; a step that failed is measured again."""
        if step not in self.steps or "failed" in self.steps[step]:
            self.keep(step, measure())
        return self.steps[step]

    def keep(self, step: str, result: Result) -> None:
        self.steps[step] = result
        unfinished = self.path.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(self.steps, indent=1), encoding="utf-8")
        os.replace(unfinished, self.path)  # noqa: PTH105 -- says that it replaces

    def done(self, step: str) -> Result | None:
        result = self.steps.get(step)
        return None if result is None or "failed" in result else result
