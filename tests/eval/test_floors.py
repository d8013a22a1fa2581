"""What is read is no worse than `eval/floors.json` says, which is lowered on purpose only: syntax, facts, entities."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eval import engine as evaluation
from eval import entities, facts
from eval.analysed import analysed
from eval.cases.facts.load import LEDGERS, SECOND, first, read
from eval.facts_table import documented, named

ROOT = Path(__file__).parents[2]
PRESS = ROOT / "eval" / "press"
TREEBANKS = ROOT.parent / "shared" / "data" / "ud-french"
ALL: dict[str, Any] = json.loads((ROOT / "eval" / "floors.json").read_text("utf-8"))
FLOORS: dict[str, Any] = ALL["engine"]
FACTS: dict[str, Any] = ALL["facts"]
ENTITIES: dict[str, Any] = ALL["entities"]
OLD = 0.03  # by so much the page may tell another figure than is measured
SETS = {"first": first(), "second": (SECOND,)}
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


@pytest.fixture(scope="module", params=SETS)
def figures(request: pytest.FixtureRequest) -> tuple[str, dict[str, dict[str, float]]]:
    """Return the name of a set and the figures of every reader on it."""
    readings = analysed(read(SETS[request.param]))
    return request.param, {reader: facts.figures(facts.row(reader), readings) for reader in facts.READERS}


def test_facts_are_read_as_well_as_they_were(figures: tuple[str, dict[str, dict[str, float]]]) -> None:
    name, found = figures
    assert not list(lower(FACTS[name], found))


def test_the_page_tells_the_figures_of_the_never_seen_set(figures: tuple[str, dict[str, dict[str, float]]]) -> None:
    name, found = figures
    if name == "second":
        page = documented()
        measured = {named(reader, key): value for reader, of in found.items() for key, value in of.items()}
        old = {key: (page.get(key), value) for key, value in measured.items() if abs(page.get(key, -1) - value) > OLD}
        assert not old, "write it anew: python -m eval.facts_table --write"


@pytest.mark.parametrize("at", [0, 1])
def test_people_and_bodies_of_a_ledger_are_resolved_as_well_as_they_were(at: int) -> None:
    """`least` of B³; of false merges and misses the share is that at `most`."""
    bounds = ENTITIES["second" if at else "first"]
    found = entities.plain(read(LEDGERS[at : at + 1], ledger=True))
    assert not list(lower(bounds["least"], found))
    negative = {way: {name: -value for name, value in figures.items()} for way, figures in bounds["most"].items()}
    assert not list(lower(negative, {way: {name: -value for name, value in of.items()} for way, of in found.items()}))


def lower(floors: dict[str, dict[str, float]], found: dict[str, dict[str, float]]) -> Iterator[str]:
    for reader, figures in floors.items():
        for name, floor in figures.items():
            if found[reader][name] < floor:
                yield f"{reader}: {name} is {found[reader][name]:.3f}, and was to be {floor}"


def test_a_fact_figure_below_its_floor_is_told() -> None:
    floors = {"dates": {"span F": 0.9, "value": 0.9}}
    assert list(lower(floors, {"dates": {"span F": 0.9, "value": 0.89, "anchor": 0.1}})) == [
        "dates: value is 0.890, and was to be 0.9"
    ]


def test_every_floor_of_facts_has_its_row_on_both_sets() -> None:
    assert FACTS["first"].keys() == FACTS["second"].keys() <= set(facts.READERS)
    assert all(FACTS["first"][reader].keys() == FACTS["second"][reader].keys() for reader in FACTS["first"])


def test_a_figure_below_its_floor_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").touch()
    out = json.dumps({"files": [{"file": str(tmp_path / "a.conllu"), "upos": 97.9}]})
    assert len(list(below({"a.conllu": {"upos": 98.0}}, tmp_path, out))) == 1
    assert not list(below({"a.conllu": {"upos": 97.9}}, tmp_path, out))
