"""The whole run, small, with the real program."""

import json
from pathlib import Path

import pytest

from bench.growth import searches
from bench.growth.__main__ import main
from bench.growth.report import NOT_RUN, report
from bench.growth.results import Results

SMALL = ["--reprints", "6", "--later", "8", "--probes", "4", "--datasketch-most", "0"]


@pytest.fixture(autouse=True)
def one_cold_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searches, "COLD", 1)


def test_every_step_is_measured_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = tmp_path / "figures.json"
    asked = ["--sizes", "60", "90", "--work", str(tmp_path), *SMALL, "--json", str(figures)]
    assert main(asked) == 0
    printed = capsys.readouterr().out
    assert "Log-log slope of CPU, `sourcier add`, 60 to 90" in printed
    for size, steps in json.loads(figures.read_text(encoding="utf-8")).items():
        assert steps["add"]["cpu_seconds"] > 0
        assert steps["disk"]["ledger"] > 10_000
        assert steps["later"]["status"] == 0
        assert steps["find"]["all"]["found"] == 8
        assert steps["find"]["kinds"]["unrelated"]["found"] == 0
        assert steps["cold"]["all"]["texts"] == 1
        assert steps["trace"]["score"]["pairs"]["recall"] > 0.9
        assert steps["trace"]["score"]["reprints"]["of"] == 6
        assert json.loads((tmp_path / size / "results.json").read_text(encoding="utf-8")) == steps
    Results(tmp_path / "90").keep("later", {"failed": "cut off"})
    assert main([*asked[:-2], "--only", "later"]) == 0
    assert "90 articles, later: taken up after a cut" in capsys.readouterr().out
    made = {path: path.stat().st_mtime_ns for path in tmp_path.glob("*/corpus/*.jsonl")}
    assert main(asked[:-2]) == 0
    assert "making" not in capsys.readouterr().err
    assert {path: path.stat().st_mtime_ns for path in tmp_path.glob("*/corpus/*.jsonl")} == made


def test_a_program_that_fails_is_told_and_what_follows_is_not_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--sizes", "60", "--work", str(tmp_path), *SMALL, "--sourcier", "false"]) == 1
    printed = capsys.readouterr().out
    assert "60 articles, add: add: status 1" in printed
    assert printed.count(NOT_RUN) > 8


def test_what_was_not_measured_is_not_run(tmp_path: Path) -> None:
    told = report([(10, Results(tmp_path))])
    assert "| 10 | sourcier | not run |" in told
    assert "| 10 | passim | not run |" in told
    assert "slope" not in told


def test_more_reprints_than_texts_is_a_wrong_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--sizes", "100", "--work", str(tmp_path)])
    assert "at most half" in capsys.readouterr().err
