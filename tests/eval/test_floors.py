"""The French engine reads no worse than `eval/floors.json` says, which is lowered on purpose only."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eval import engine as evaluation

ROOT = Path(__file__).parents[2]
PRESS = ROOT / "eval" / "press"
TREEBANKS = ROOT.parent / "shared" / "data" / "ud-french"
FLOORS: dict[str, Any] = json.loads((ROOT / "eval" / "floors.json").read_text("utf-8"))["engine"]
OF_TREEBANKS = pytest.mark.skipif(not TREEBANKS.is_dir(), reason="there is no ../shared/data/ud-french")


def below(floors: dict[str, dict[str, float]], folder: Path, out: str) -> Iterator[str]:
    for row in json.loads(out)["files"]:
        for name, floor in floors[Path(row["file"]).name].items():
            if row[name] < floor:
                yield f"{row['file']}: {name} is {row[name]}, and was to be {floor}"
    assert all((folder / name).exists() for name in floors)


def scored(folder: Path, names: list[str], capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert evaluation.main([*(str(folder / name) for name in names), "--json", *options]) == 0
    return capsys.readouterr().out


def test_press_sentences_are_read_as_well_as_they_were(capsys: pytest.CaptureFixture[str]) -> None:
    floors = FLOORS["press"]
    assert sorted(floors) == sorted(path.name for path in PRESS.glob("*.conllu"))
    assert not list(below(floors, PRESS, scored(PRESS, list(floors), capsys)))


@OF_TREEBANKS
def test_treebanks_are_read_as_well_as_they_were(capsys: pytest.CaptureFixture[str]) -> None:
    floors = FLOORS["treebanks"]
    assert not list(below(floors, TREEBANKS, scored(TREEBANKS, list(floors), capsys)))


@OF_TREEBANKS
def test_names_in_lower_case_are_read_as_well_as_they_were(capsys: pytest.CaptureFixture[str]) -> None:
    floors = FLOORS["treebanks, names lower-cased"]
    out = scored(TREEBANKS, list(floors), capsys, "--lower-names")
    assert not list(below(floors, TREEBANKS, out))


def test_a_figure_below_its_floor_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").touch()
    out = json.dumps({"files": [{"file": str(tmp_path / "a.conllu"), "upos": 97.9}]})
    assert len(list(below({"a.conllu": {"upos": 98.0}}, tmp_path, out))) == 1
    assert not list(below({"a.conllu": {"upos": 97.9}}, tmp_path, out))
