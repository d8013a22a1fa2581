"""`sourcier gazetteer` from the outside."""

import json
from pathlib import Path

import pytest

from sourcier.cli.main import main

TABLE = "name,kind,country,lat,lon\nKobiwol,village,NE,14.1,1.2\n,village,NE,1,1\n"


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    (tmp_path / "villages.csv").write_text(TABLE, "utf-8")
    return str(tmp_path / "sourcier.db")


def run(*arguments: str) -> int:
    return main(["--lang", "en", "gazetteer", *arguments])


def test_add_list_and_remove(ledger: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("add", str(tmp_path / "villages.csv"), "--ledger", ledger) == 0
    said = capsys.readouterr()
    assert said.out == "Added: villages.csv, 1 place\n"
    assert "villages.csv#3: this row is no place: its name is missing or too long (mend this row" in said.err
    assert run("list", "--ledger", ledger) == 0
    assert capsys.readouterr().out.startswith("villages.csv: 1 place, 1 with a point, added on ")
    assert run("remove", "villages.csv", "--ledger", ledger) == 0
    assert capsys.readouterr().out == "Forgotten: villages.csv\n"
    assert run("list", "--ledger", ledger) == 0
    assert capsys.readouterr().out == "No places but those of the program.\n"


def test_each_line_is_json_where_it_is_asked_for(
    ledger: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("add", str(tmp_path / "villages.csv"), "--ledger", ledger, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"schema": "0.1", "file": "villages.csv", "places": 1}
    run("list", "--ledger", ledger, "--json")
    row = json.loads(capsys.readouterr().out)
    assert (row["file"], row["places"], row["pointed"]) == ("villages.csv", 1, 1)


def test_what_cannot_be_done_is_one_line(ledger: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("add", str(tmp_path / "no.csv"), "--ledger", ledger) == 1
    assert "no.csv: this file cannot be read" in capsys.readouterr().err
    run("add", str(tmp_path / "villages.csv"), "--ledger", ledger)
    capsys.readouterr()
    assert run("remove", "NE.zip", "--ledger", ledger) == 2
    assert "no file of places is called NE.zip (there are: villages.csv)" in capsys.readouterr().err
    assert run("add", "--ledger", ledger) == 2
    assert "say which files of places to add" in capsys.readouterr().err
