"""`add`, `search`, `set`, `remove` and `doctor`, run."""

from pathlib import Path

import pytest

from tests.cli.running import sourcier


@pytest.fixture
def filled(folder: Path) -> Path:
    run = sourcier("add", "articles", "--json", cwd=folder)
    assert run.rows() == [{"schema": "0.1", "new": 3, "known": 0, "problems": 0, "ledger": "sourcier.db"}]
    return folder


def _id(folder: Path, words: str) -> str:
    return str(sourcier("search", words, "--json", cwd=folder).rows()[0]["id"])


def test_what_is_known_is_not_added_twice(filled: Path) -> None:
    run = sourcier("add", "articles", cwd=filled)
    assert run.out == "0 articles added, 3 already known, 0 problems. Ledger: sourcier.db\n"


def test_without_paths_the_ledger_is_traced(filled: Path) -> None:
    rows = sourcier("trace", "--json", cwd=filled).rows()
    assert {row["kind"] for row in rows} == {"reuse"}
    here = sourcier("trace", "--families", "--json", cwd=filled).rows()
    assert len(here[0]["articles"]) == 2


def test_the_ledger_is_named_by_option_or_environment(filled: Path, tmp_path: Path) -> None:
    (filled / "sourcier.db").rename(filled / "other.db")
    assert sourcier("trace", cwd=filled).status == 2
    assert sourcier("trace", "--ledger", "other.db", "--json", cwd=filled).rows()
    assert sourcier("trace", "--json", cwd=tmp_path, SOURCIER_LEDGER=str(filled / "other.db")).rows()


def test_search_ignores_accents_and_capitals(filled: Path) -> None:
    (row,) = sourcier("search", "CAPITAINERIE", "greve", "vingt", "--json", cwd=filled).rows()
    assert row["outlet"] == "Le Phare inventé"
    assert "grève" in row["snippet"]["text"]
    shown = sourcier("search", "capitainerie", cwd=filled)
    assert "Agence inventée" in shown.out


def test_search_without_an_answer(filled: Path) -> None:
    run = sourcier("search", "zibeline", cwd=filled)
    assert (run.status, run.out) == (0, "No article holds these words, of 3 in the ledger.\n")


def test_a_correction_is_kept_and_used(filled: Path) -> None:
    id_ = _id(filled, "soulagement")
    run = sourcier("set", id_[:6], "--published", "2031-03-02", "--outlet", "Un autre nom", "--json", cwd=filled)
    assert {(row["field"], row["value"]) for row in run.rows()} == {
        ("published", "2031-03-02"),
        ("outlet", "Un autre nom"),
    }
    (row,) = sourcier("show", id_, "--json", cwd=filled).rows()
    assert (row["published"], row["outlet"]) == ("2031-03-02", "Un autre nom")


def test_nothing_to_set(filled: Path) -> None:
    run = sourcier("set", _id(filled, "soulagement"), cwd=filled)
    assert run.status == 2
    assert run.err.startswith("Nothing to correct")


def test_what_is_removed_is_gone(filled: Path) -> None:
    id_ = _id(filled, "graines")
    assert sourcier("remove", id_, "--json", cwd=filled).rows() == [{"schema": "0.1", "removed": id_}]
    assert sourcier("show", id_, cwd=filled).status == 2
    left = b"".join(path.read_bytes() for path in filled.glob("sourcier.db*"))
    assert b"forains de passage" not in left


def test_memory_writes_nothing(folder: Path) -> None:
    run = sourcier("add", "articles", "--memory", "--json", cwd=folder)
    assert run.rows()[0]["new"] == 3
    assert run.rows()[0]["ledger"] is None
    assert [path.name for path in folder.iterdir()] == ["articles"]


def test_doctor(filled: Path) -> None:
    (row,) = sourcier("doctor", "--json", cwd=filled).rows()
    assert row["ledger"] == {"path": "sourcier.db", "articles": 3, "faults": 0}
    assert row["kernels"] in {"compiled", "numpy"}
    assert "sound" in sourcier("doctor", cwd=filled).out


def test_doctor_of_a_file_that_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "sourcier.db").write_bytes(b"these are not the pages of a database" * 40)
    run = sourcier("doctor", "--json", cwd=tmp_path)
    assert run.status == 0
    assert run.problems()[0]["stage"] == "ledger"
    assert sourcier("trace", cwd=tmp_path).status == 1
