"""`read`: what is printed of an article, for people and as JSON."""

import json
from pathlib import Path

import pytest

from sourcier.cli.main import main

FRENCH = "Au moins vingt navires attendaient lundi dans le port de Kolmari, ville inventée."
ENGLISH = "The harbour of Kolmari, an invented town, opened again to all the ships of the region on Monday."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "b.txt").write_text(ENGLISH, "utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_json_has_a_line_an_article(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", "a.txt", "--json", "--published", "2031-03-06"]) == 0
    row = json.loads(capfdbinary.readouterr().out)
    (date,) = row["dates"]
    assert (date["value"], FRENCH[date["span"]["start"] : date["span"]["end"]]) == ("2031-03-03", "lundi")
    (number,) = row["numbers"]
    assert (number["value"], number["bound"], number["what"]) == (20, "min", "navires")


@pytest.mark.usefixtures("folder")
def test_a_language_that_nothing_reads_is_said_and_the_rest_goes_on(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", ".", "--json"]) == 0
    out, err = capfd.readouterr()
    first, second = map(json.loads, out.splitlines())
    assert "dates" in first
    assert "dates" not in second
    assert "no engine reads the language en" in second["problems"][0]["message"]
    assert "no engine reads the language en" in json.loads(err)["message"]
    assert main(["read", "b.txt", "--json"]) == 1


@pytest.mark.usefixtures("folder")
def test_people_see_a_table_a_reader(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "a.txt", "--lang", "en", "--published", "2031-03-06"]) == 0
    shown = capfd.readouterr().out
    assert "3 March 2031" in shown
    assert "at least 20" in shown


@pytest.mark.usefixtures("folder")
def test_without_publication_the_day_is_not_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "a.txt", "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["dates"][0]["value"] is None


@pytest.mark.usefixtures("folder")
def test_without_paths_and_ledger_it_is_a_clear_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--lang", "en"]) == 2
    assert "sourcier.db" in capfd.readouterr().err


DISPATCH = (
    "Le port de Kolmari, ville inventée, a rouvert lundi dernier aux vingt navires qui attendaient dans la rade depuis "
    "le début du mois, a annoncé la capitainerie du port dans un message lu par son directeur."
)


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    rows = [
        {"id": "depeche", "text": f"{DISPATCH}\n", "published": "2031-03-06", "outlet": "Agence inventée"},
        {"id": "reprise", "text": f"Selon l’Agence inventée :\n\n{DISPATCH}\n", "published": "2031-03-14"},
    ]
    (tmp_path / "both.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return tmp_path


def _monday(row: dict[str, object]) -> tuple[object, object, object]:
    (found,) = [each for each in row["dates"] if each["span"]["text"] == "lundi dernier"]  # type: ignore[attr-defined]
    return found["value"], found["anchored_on"], found["shifted_from"]


@pytest.mark.usefixtures("copied")
def test_a_copied_date_leans_on_the_text_it_comes_from(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "both.jsonl", "--json"]) == 0
    first, second = map(json.loads, capfd.readouterr().out.splitlines())
    assert _monday(first) == ("2031-03-03", None, None)
    assert _monday(second) == ("2031-03-03", "depeche", "2031-03-10")


@pytest.mark.usefixtures("copied")
def test_without_paths_the_ledger_is_read_and_says_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "both.jsonl"]) == 0
    capfd.readouterr()
    assert main(["read", "--json"]) == 0
    rows = sorted((json.loads(line) for line in capfd.readouterr().out.splitlines()), key=lambda row: row["published"])
    assert [_monday(row)[0] for row in rows] == ["2031-03-03", "2031-03-03"]
    assert _monday(rows[1])[1] == rows[0]["id"]


@pytest.mark.usefixtures("copied")
def test_show_tells_the_facts_when_asked(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "reprise", "both.jsonl", "--facts", "--json"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert _monday(found["facts"]) == ("2031-03-03", "depeche", "2031-03-10")
    assert main(["show", "reprise", "both.jsonl", "--json"]) == 0
    assert "facts" not in json.loads(capfd.readouterr().out)
    assert main(["show", "reprise", "both.jsonl", "--facts", "--lang", "en"]) == 0
    assert "vingt navires" in capfd.readouterr().out
