from pathlib import Path

from tests.store.index.kills import after, trial, wrong


def test_a_killed_writer_leaves_the_old_or_the_new_state(tmp_path: Path) -> None:
    folder = tmp_path / "sourcier.db.index"
    assert trial(folder, 4, seed=1) == []
    assert any(line.startswith("it is not") for line in wrong(folder, 0)), "the comparison can fail"
    assert after(2) != after(1)
