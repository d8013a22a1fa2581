"""`sourcier entities`: lists, explains, and keeps what people decide."""

import json
from pathlib import Path

import pytest

from sourcier.workflow.alone import alone
from tests.cli.running import sourcier

_ONE = "Le ministre des Transports, Anselme Karivolo, a visité le port lundi. Anselme Karivolo a promis {} bateaux."
_OTHER = "Le préfet de la région, Delphin Bremondat, a reçu les pêcheurs mardi. Delphin Bremondat a compté {} barques."


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("entities")
    texts = [_ONE.format("deux"), _ONE.format("vingt"), _OTHER.format("dix")]
    rows = [
        {"id": str(at), "text": text, "published": f"2031-03-0{at + 1}", "language": "fr", "outlet": f"Média {at}"}
        for at, text in enumerate(texts)
    ]
    (folder / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert sourcier("add", "a.jsonl", cwd=folder).status == 0
    return folder


def _people(place: Path) -> list[tuple[str, int]]:
    rows = sourcier("entities", "--kind", "person", "--json", cwd=place).rows()
    return sorted((row["name"], row["articles"]) for row in rows)


def test_they_are_listed_the_most_named_first(place: Path) -> None:
    assert _people(place) == [("Anselme Karivolo", 2), ("Delphin Bremondat", 1)]
    run = sourcier("entities", "KARIVOLO", cwd=place)
    assert run.status == 0
    assert "Anselme Karivolo" in run.out
    assert "Bremondat" not in run.out
    assert "Anselme Karivolo" in sourcier("entities", "--lang", "fr", cwd=place).out
    run = sourcier("entities", "--limit", "1", "--kind", "person", cwd=place)
    assert "1 of 2" in run.err


def test_why_they_are_one(place: Path) -> None:
    (row,) = sourcier("entities", "Anselme Karivolo", "--why", "--json", cwd=place).rows()
    assert [each["name"] for each in row["sightings"]] == ["Anselme Karivolo"] * 2
    assert row["matches"][0]["score"] > 0.5
    run = sourcier("entities", "Anselme Karivolo", "--why", cwd=place)
    assert "Why they are held to be one" in run.out
    assert "same name" in run.out


def test_decisions_are_kept_and_taken_back(place: Path) -> None:
    run = sourcier("entities", "merge", "Anselme Karivolo", "Bremondat", "--author", "A. D.", cwd=place)
    assert (run.status, run.out.split(".")[0]) == (0, "Held to be one: Anselme Karivolo, 3 articles")
    assert _people(place) == [("Anselme Karivolo", 3)]
    assert "A. D." in sourcier("entities", "Karivolo", "--why", cwd=place).out
    assert sourcier("entities", "undo", "--json", cwd=place).rows()[0]["undone"] == ["merge"]
    (row,) = sourcier("entities", "Karivolo", "--why", "--json", cwd=place).rows()
    split = sourcier("entities", "split", row["id"], row["sightings"][0]["article"], "--json", cwd=place).rows()
    assert split[0]["entity"]["articles"] == 1
    assert len(_people(place)) == 3
    assert sourcier("entities", "undo", cwd=place).status == 0
    assert sourcier("entities", "rename", "Bremondat", "Le préfet", cwd=place).out.startswith("Called Le préfet")
    assert ("Le préfet", 1) in _people(place)
    assert sourcier("entities", "undo", "Le préfet", cwd=place).status == 0
    assert _people(place) == [("Anselme Karivolo", 2), ("Delphin Bremondat", 1)]


@pytest.mark.parametrize(
    "words",
    [
        ("merge", "Karivolo"), ("split", "Karivolo"), ("rename", "Karivolo"), ("undo", "Karivolo"), ("undo", "a", "b"),
        ("merge", "Karivolo", "Karivolo"), ("merge", "Karivolo", "Personne"), ("--why",), ("undo", "--why"),
        ("Personne", "--why"), ("--kind", "horse"), ("split", "Karivolo", "ffff"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_one_line(place: Path, words: tuple[str, ...]) -> None:
    run = sourcier("entities", *words, cwd=place)
    assert (run.status, run.out, run.err.count("\n")) == (2, "", 1)
    assert "Traceback" not in run.err


def test_nobody_of_that_name(place: Path) -> None:
    run = sourcier("entities", "Personne", cwd=place)
    assert (run.status, run.out) == (0, "Nobody and nothing of that name in 3 articles.\n")
    assert sourcier("entities", cwd=place / "..").status == 2


def test_a_list_that_another_writer_holds_up_says_so_in_json(place: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "held.db"
    assert sourcier("add", "a.jsonl", "--ledger", str(ledger), cwd=place).status == 0
    with alone(ledger):
        run = sourcier("entities", "--json", "--ledger", str(ledger), cwd=place)
    assert (run.status, run.out) == (0, "")
    assert "may be missing here" in json.loads(run.err)["message"]
