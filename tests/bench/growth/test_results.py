"""What was measured is kept."""

from pathlib import Path

from bench.growth.results import Results


def test_a_step_that_was_kept_is_there_again(tmp_path: Path) -> None:
    Results(tmp_path).keep("add", {"cpu_seconds": 1.0})
    again = Results(tmp_path)
    again.keep("disk", {"ledger": 5})
    assert Results(tmp_path).done("add") == {"cpu_seconds": 1.0}
    assert Results(tmp_path).done("disk") == {"ledger": 5}


def test_a_step_that_failed_is_kept_but_not_done(tmp_path: Path) -> None:
    Results(tmp_path).keep("add", {"failed": "no room"})
    again = Results(tmp_path)
    assert again.steps["add"] == {"failed": "no room"}
    assert again.done("add") is None
    assert again.done("later") is None
