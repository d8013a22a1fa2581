"""`add`, `search`, `set`, `remove` and `doctor`, run."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sourcier.store.ledger import Ledger
from sourcier.workflow.growth.indexing import settled
from tests.cli.running import sourcier


@pytest.fixture
def filled(folder: Path) -> Path:
    run = sourcier("add", "articles", "--json", cwd=folder)
    assert run.rows() == [
        {"schema": "0.1", "new": 3, "versions": 0, "known": 0, "problems": 0, "ledger": "sourcier.db"}
    ]
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
    left = b"".join(path.read_bytes() for path in filled.rglob("*") if path.is_file() and "sourcier.db" in str(path))
    assert b"forains de passage" not in left


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file() and "sourcier.db" in str(path))


def test_what_a_correction_changes_is_found_anew(filled: Path) -> None:
    source, derived = _id(filled, "Douze"), _id(filled, "Vingt")
    (before,) = {(row["source"], row["derived"]) for row in sourcier("trace", "--json", cwd=filled).rows()}
    assert before == (source, derived)
    (text,) = sourcier("find", "articles/seul.txt", "--json", cwd=filled).rows()
    assert text["searched"]["to"] == "2031-03-05"
    assert sourcier("set", source, "--published", "2031-03-09", cwd=filled).status == 0
    (after,) = {(row["source"], row["derived"]) for row in sourcier("trace", "--json", cwd=filled).rows()}
    assert after == before, "its credit says which was taken from which, whatever the dates"
    (family,) = sourcier("trace", "--families", "--json", cwd=filled).rows()
    assert (family["edges"][0]["credit"]["status"], family["searched"]["to"]) == ("full", "2031-03-09")
    (row,) = sourcier("show", source, "--json", cwd=filled).rows()
    assert row["published"] == "2031-03-09"
    (text,) = sourcier("find", "articles/seul.txt", "--json", cwd=filled).rows()
    assert text["searched"]["to"] == "2031-03-09"


def test_no_byte_of_a_removed_text_is_left_and_no_old_result(filled: Path) -> None:
    gone = _id(filled, "Vingt")
    assert sourcier("set", gone, "--byline", "Une plume retirée", cwd=filled).status == 0
    assert sourcier("trace", "--families", "--json", cwd=filled).rows()
    words = ("Vingt navires", "soulagement", "marchands", "Vingt", "Une plume retirée", gone)
    before = _bytes(filled)
    assert all(each.encode() in before for each in words)
    assert sourcier("remove", gone, cwd=filled).status == 0
    for _ in range(2):
        left = _bytes(filled)
        assert [each for each in words if each.encode() in left] == []
        assert sourcier("trace", "--json", cwd=filled).rows() == []
        assert sourcier("trace", "--families", "--json", cwd=filled).rows() == []
    assert gone not in sourcier("find", "articles/reprise.txt", "--json", cwd=filled).out
    assert sourcier("doctor", "--json", cwd=filled).rows()[0]["ledger"]["faults"] == 0


def test_a_removal_is_finished_by_doctor_when_the_reader_is_gone(filled: Path) -> None:
    gone = _id(filled, "graines")
    reader = sqlite3.connect(filled / "sourcier.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM articles").fetchone()
    run = sourcier("remove", gone, "--json", cwd=filled)
    assert (run.status, run.rows()[0]["removed"]) == (1, gone)
    (problem,) = run.problems()
    assert "removed, but another program has the ledger open" in problem["message"]
    assert "sourcier doctor" in problem["hint"]
    (problem,) = sourcier("doctor", "--json", cwd=filled).problems()
    assert "bytes of a removed article" in problem["message"]
    reader.close()
    run = sourcier("doctor", "--json", cwd=filled)
    assert (run.err, run.rows()[0]["ledger"]["faults"]) == ("", 0)
    assert b"forains de passage" not in _bytes(filled)


def test_doctor_shows_the_problems_kept_until_the_file_is_mended(filled: Path) -> None:
    bad = filled / "articles" / "bad.txt"
    bad.write_text("", "utf-8")
    assert sourcier("add", "articles", cwd=filled).err == "articles/bad.txt: the file is empty\n"
    run = sourcier("doctor", cwd=filled)
    assert run.err == "articles/bad.txt: the file is empty\n"
    assert "sound, 1 problem kept from reading" in run.out
    bad.write_text("Un texte inventé, et qui tient sur une ligne.", "utf-8")
    assert sourcier("add", "articles/bad.txt", cwd=filled).err == ""
    (row,) = sourcier("doctor", "--json", cwd=filled).rows()
    assert (row["ledger"]["articles"], row["ledger"]["faults"], row["ledger"]["problems"]) == (4, 0, 0)


def test_many_problems_are_folded_for_people(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_text(
        "".join(f'{{"x{"y" * (n % 9)} broken\n' for n in range(10_000)) + '{"text": "Un texte."}\n', "utf-8"
    )
    shown = sourcier("add", "feed.jsonl", cwd=tmp_path)
    assert shown.status == 0
    first, second, more, hint = shown.err.splitlines()
    assert (first[:12], second[:12]) == ("feed.jsonl#1", "feed.jsonl#2")
    assert (more, hint) == ("feed.jsonl: 9,998 more like this", "--json gives more of them")
    told = sourcier("add", "feed.jsonl", "--json", cwd=tmp_path).problems()
    assert len(told) == 11
    assert told[-1]["message"].startswith("9,990 more like this: this line is no JSON")
    french = sourcier("doctor", cwd=tmp_path, lang="fr_FR.UTF-8").err
    assert "encore 9\u202f998" in french.replace("\xa0", "\u202f")


def test_memory_writes_nothing(folder: Path) -> None:
    run = sourcier("add", "articles", "--memory", "--json", cwd=folder)
    assert run.rows()[0]["new"] == 3
    assert run.rows()[0]["ledger"] is None
    assert [path.name for path in folder.iterdir()] == ["articles"]


def test_doctor(filled: Path) -> None:
    (row,) = sourcier("doctor", "--json", cwd=filled).rows()
    counts = dict.fromkeys(("faults", "problems", "pending", "unjudged", "unindexed"), 0)
    state = {"outdated": False, "unended": False, "mended": [], "factless": 0}  # nobody asked for facts
    assert row["ledger"] == {"path": "sourcier.db", "articles": 3, **counts, **state}
    assert row["kernels"] in {"compiled", "numpy"}
    assert "sound" in sourcier("doctor", cwd=filled).out


def test_doctor_counts_what_is_to_be_read_once_facts_were_asked_for(filled: Path) -> None:
    first = sourcier("trace", "--json", cwd=filled).rows()[0]["derived"]
    assert sourcier("show", first, "--facts", cwd=filled).status == 0
    (row,) = sourcier("doctor", "--json", cwd=filled).rows()
    assert row["ledger"]["factless"] == 2


def test_doctor_of_a_file_that_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "sourcier.db").write_bytes(b"these are not the pages of a database" * 40)
    run = sourcier("doctor", "--json", cwd=tmp_path)
    assert run.status == 1
    assert run.problems()[0]["stage"] == "ledger"
    assert sourcier("trace", cwd=tmp_path).status == 1


@pytest.mark.parametrize("state", ["damaged", "newer"])
def test_doctor_has_status_one_for_a_fault_and_names_the_file_once(filled: Path, state: str) -> None:
    ledger = filled / "sourcier.db"
    if state == "newer":
        with closing(sqlite3.connect(ledger)) as db:
            db.execute("PRAGMA user_version = 9999")
    else:
        ledger.write_bytes(ledger.read_bytes()[: ledger.stat().st_size // 2])
    run = sourcier("doctor", "--ledger", str(ledger), cwd=filled)
    assert (run.status, run.err.count(str(ledger))) == (1, 1)


def _told(place: Path) -> tuple[int, str, dict[str, Any]]:
    run = sourcier("doctor", cwd=place)
    (row,) = sourcier("doctor", "--json", cwd=place).rows()
    return run.status, run.out, row["ledger"]


@pytest.mark.parametrize("left", ["nothing", "tables", "parameters"])
def test_doctor_after_a_first_add_that_was_killed_before_anything_was_stored(tmp_path: Path, left: str) -> None:
    path = tmp_path / "sourcier.db"
    path.touch()
    if left != "nothing":
        with Ledger(path) as ledger:
            if left == "parameters":
                settled(ledger)
    status, out, row = _told(tmp_path)
    assert (status, row["articles"], row["outdated"], row["unended"]) == (0, 0, False, False)
    assert "There is no article in it yet: sourcier add FOLDER" in out
    assert "another version" not in out


@pytest.mark.parametrize("stored", ["articles", "all but the end"])
def test_doctor_after_a_first_add_that_was_killed_later(filled: Path, stored: str) -> None:
    with closing(sqlite3.connect(filled / "sourcier.db")) as db:
        db.execute("DELETE FROM runs")
        if stored == "articles":
            db.execute("UPDATE settings SET value = '{}' WHERE name = 'parameters'")
            db.execute("INSERT INTO pending (article) SELECT number FROM articles")
        db.commit()
    status, out, row = _told(filled)
    assert (status, row["outdated"], row["unended"]) == (0, False, stored != "articles")
    assert ("3 articles to be compared: sourcier refresh" in out) == (stored == "articles")
    assert ("The first run was stopped just before its end: sourcier refresh" in out) == (stored != "articles")
    assert "another version" not in out
    assert sourcier("refresh", cwd=filled).status == 0
    assert _told(filled)[1].splitlines()[-1].endswith("sound")


def test_doctor_after_another_version(filled: Path) -> None:
    with closing(sqlite3.connect(filled / "sourcier.db")) as db:
        db.execute("UPDATE runs SET version = version - 1")
        db.commit()
    _, out, row = _told(filled)
    assert (row["outdated"], row["unended"]) == (True, False)
    assert "Found by another version of the program: sourcier refresh" in out


def test_a_file_that_has_the_name_of_the_indexs_folder_is_named_once_with_what_to_do(folder: Path) -> None:
    (folder / "sourcier.db.index").write_text("A note.", "utf-8")
    words = "sourcier.db.index: a file stands where the folder of the index is to be (give that file another name"
    run = sourcier("add", "articles", cwd=folder)
    assert (run.status, run.err.count("\n")) == (1, 1)
    assert run.err.startswith(words)
    for arguments in ([], ["--repair"]):
        run = sourcier("doctor", *arguments, cwd=folder)
        assert (run.status, run.err.count("\n")) == (1, 1)
        assert run.err.startswith(words)
        assert "3 articles, 1 fault" in run.out
    (folder / "sourcier.db.index").rename(folder / "note.txt")
    assert sourcier("refresh", cwd=folder).status == 0
    assert sourcier("doctor", cwd=folder).status == 0


def test_a_problem_within_an_archive_is_kept_by_its_name_there(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "a.zip", "w") as archive:
        archive.writestr("../évadé.txt", "Un texte inventé.")
        archive.writestr("là.txt", "Un texte inventé.")
    assert sourcier("add", "in/a.zip", cwd=tmp_path).status == 0
    for _ in range(2):
        (kept,) = sourcier("doctor", "--json", cwd=tmp_path).problems()
        assert kept["where"] == "in/a.zip/../évadé.txt"
        assert sourcier("add", "in", cwd=tmp_path).status == 0
    (tmp_path / "in" / "a.zip").unlink()
    (tmp_path / "in" / "a.txt").write_text("Un texte inventé.", "utf-8")
    assert sourcier("add", "in", cwd=tmp_path).status == 0
    assert sourcier("doctor", "--json", cwd=tmp_path).problems() == []
