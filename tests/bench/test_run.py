"""The report, with a stand-in for the program under test."""

import json
import shlex
import sys
from pathlib import Path

import pytest

from bench.run import main

STAND_IN = """
import json, sys
corpus, option = sys.argv[1:]
assert option == "--json"
first, second = [json.loads(line)["id"] for line in open(corpus, encoding="utf-8")][:2]
a = {"start": 0, "end": 10}
print(json.dumps({"kind": "boilerplate", "derived": second, "source": first, "derived_span": a, "source_span": a}))
"""


def command(folder: Path, source: str) -> str:
    script = folder / "stand_in.py"
    script.write_text(source, encoding="utf-8")
    return shlex.join([sys.executable, str(script)])


def test_a_report_has_a_table_a_size_and_says_how_cost_grows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = tmp_path / "figures.json"
    sizes = ["--documents", "40", "60", "--seed", "5", "--no-datasketch", "--json", str(figures)]
    assert main([*sizes, "--sourcier", command(tmp_path, STAND_IN)]) == 0
    printed = capsys.readouterr().out
    assert printed.count("| sourcier trace --json |") == 3
    assert "| sourcier trace --json | 40 to 60 |" in printed
    assert "seed 5" in printed
    results = [size["results"][0] for size in json.loads(figures.read_text(encoding="utf-8"))]
    assert all(result["usage"]["cpu_seconds"] > 0 for result in results)
    assert all(result["score"]["pairs"]["recall"] == 0 for result in results)


def test_a_program_that_fails_is_named_with_its_last_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    failing = command(tmp_path, "raise SystemExit('no such thing')")
    assert main(["--documents", "40", "--seed", "5", "--no-datasketch", "--sourcier", failing]) == 1
    assert capsys.readouterr().err == "bench: sourcier ended with status 1: no such thing\n"


def test_a_missing_peer_is_a_wrong_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--passim", str(tmp_path / "nowhere")])
    assert "does not exist" in capsys.readouterr().err
