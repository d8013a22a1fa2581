"""What was measured is kept, and measured once."""

from pathlib import Path

import pytest

from bench.growth.results import Result, Results


def test_a_step_that_was_kept_is_not_measured_again(tmp_path: Path) -> None:
    Results(tmp_path).once("add", lambda: {"cpu_seconds": 1.0})
    again = Results(tmp_path)
    assert again.once("add", lambda: pytest.fail("measured again")) == {"cpu_seconds": 1.0}
    assert again.done("add") == {"cpu_seconds": 1.0}


def test_a_step_that_failed_is_kept_but_measured_again(tmp_path: Path) -> None:
    failed: Result = {"failed": "no room"}
    Results(tmp_path).once("add", lambda: failed)
    again = Results(tmp_path)
    assert again.steps["add"] == failed
    assert again.done("add") is None
    assert again.once("add", lambda: {"cpu_seconds": 2.0}) == {"cpu_seconds": 2.0}
