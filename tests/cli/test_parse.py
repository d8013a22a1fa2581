"""`parse`, with a trivial engine for French: what is printed does not depend on which one reads."""

import json
from pathlib import Path

import pytest

from eval.conllu import sentences
from sourcier.cli.main import main
from sourcier.engines import registry
from tests.engines.plain import Plain

FRENCH = "Le port de Kolmari, ville inventée, rouvre aux navires. Vingt d’entre eux attendaient dans la rade."
ENGLISH = "The harbour of Kolmari, an invented town, opened again to all the ships of the region on Monday."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(registry, "default", lambda code: Plain() if code == "fr" else None)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "b 1", "text": f"Un titre\n\n{FRENCH}"}) + "\n", "utf-8")
    return tmp_path


def test_conllu_holds_every_article(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["parse", ".", "--conllu"]) == 0
    out, err = capfdbinary.readouterr()
    assert err == b""
    shown = out.decode("utf-8")
    assert [line for line in shown.splitlines() if "newdoc" in line] == ["# newdoc id = a.txt", "# newdoc id = b 1"]
    (folder / "out.conllu").write_bytes(out)
    read = list(sentences(folder / "out.conllu"))
    assert [sentence[0].form for sentence in read] == ["Le", "Vingt", "Un", "Le", "Vingt"]
    assert "# text = Vingt d’entre eux attendaient dans la rade." in shown


@pytest.mark.usefixtures("folder")
def test_json_has_a_line_an_article(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["parse", "a.txt", "--json"]) == 0
    row = json.loads(capfdbinary.readouterr().out)
    assert list(row) == ["schema", "id", "path", "language", "sentences", "producer"]
    second = row["sentences"][1]
    assert FRENCH[second["start"] : second["end"]] == "Vingt d’entre eux attendaient dans la rade."
    first, other = second["tokens"][:2]
    assert first == {
        "start": 56, "end": 61, "text": "Vingt", "lemma": "vingt", "upos": "X", "feats": None, "head": None,
        "relation": "root",
    }  # fmt: skip
    assert (other["text"], other["head"], other["relation"]) == ("d", 0, "dep")
    assert row["producer"]["engine"] == "plain 1"


@pytest.mark.usefixtures("folder")
def test_people_see_a_table_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "a.txt", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "a.txt  plain 1" in shown
    assert "\nVingt d’entre eux attendaient dans la rade.\n" in shown
    lines = [line.split() for line in shown.splitlines()]
    assert ["word", "lemma", "part", "of", "speech", "hangs", "from", "relation"] in lines
    assert ["2", "port", "port", "X", "1", "Le", "dep"] in lines
    assert ["1", "Vingt", "vingt", "X", "–", "root"] in lines
    assert main(["parse", "a.txt", "--lang", "fr"]) == 0
    assert "dépend de" in capsys.readouterr().out


def test_a_language_without_an_engine_is_a_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "en.txt").write_text(ENGLISH, "utf-8")
    assert main(["parse", "en.txt", "--lang", "en"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("en.txt: no engine reads the language en: words, sentences and syntax were not read (")
    assert main(["parse", "en.txt", "a.txt", "--lang", "fr", "--conllu"]) == 0
    out, err = capsys.readouterr()
    assert "# newdoc id = a.txt" in out
    assert "aucun moteur ne lit la langue en" in err
    assert "--engine" in err
    assert main(["parse", "en.txt", "--language", "fr", "--conllu"]) == 0
    capsys.readouterr()
    assert main(["parse", "en.txt", "--json"]) == 1
    assert json.loads(capsys.readouterr().err)["stage"] == "engine"


@pytest.mark.usefixtures("folder")
def test_an_engine_that_is_not_there_is_one_line_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "a.txt", "--engine", "nothing", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "there is no engine nothing (the engines are french, spacy:NAME)\n"
    assert main(["parse", "a.txt", "--engine", "nothing", "--lang", "fr"]) == 2
    assert capsys.readouterr().err == "il n’y a pas de moteur nothing (les moteurs sont french, spacy:NAME)\n"
