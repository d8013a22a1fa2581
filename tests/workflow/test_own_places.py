"""A user's places in a ledger, from the file to what is read with them."""

from pathlib import Path

import pytest

from sourcier.core.article import Article
from sourcier.core.errors import InputError
from sourcier.core.facts import Facts
from sourcier.store.ledger import Ledger
from sourcier.workflow.fact_finding import facts_of, maker
from sourcier.workflow.own_places import add_places, known_places, own_of, places_files, remove_places

TABLE = "name,kind,country,lat,lon\nKobiwol,village,NE,14.1,1.2\nInates,village,NE,15.2,0.9\n"
DUMP = "7\tFarko\tFarko\tFalko\t12.5\t1.5\tP\tPPL\tNE\t\t09\t\t\t\t0\t\t\t\t2020-01-01\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "a.csv").write_text(TABLE, "utf-8")
    (tmp_path / "NE.txt").write_text(DUMP, "utf-8")
    return tmp_path / "sourcier.db"


def test_files_are_kept_listed_replaced_and_forgotten(path: Path, tmp_path: Path) -> None:
    files = [tmp_path / "a.csv", tmp_path / "NE.txt"]
    assert add_places(path, files).files == {"a.csv": 2, "NE.txt": 1}
    files[0].write_text("name\nKobiwol\n", "utf-8")
    add_places(path, files[:1])
    assert [(each.name, each.places, each.pointed) for each in places_files(path)] == [
        ("NE.txt", 1, 1),
        ("a.csv", 1, 0),
    ]
    remove_places(path, ["NE.txt"])
    assert [each.name for each in places_files(path)] == ["a.csv"]
    with pytest.raises(InputError, match=r"no file of places is called NE\.txt"):
        remove_places(path, ["a.csv", "NE.txt"])
    assert [each.name for each in places_files(path)] == ["a.csv"]


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(path: Path, tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text("x\n1\n", "utf-8")
    taken = add_places(path, [tmp_path / "b.csv", tmp_path / "c.pdf", tmp_path / "no.csv", tmp_path / "a.csv"])
    assert taken.files == {"a.csv": 2}
    assert [problem.where for problem in taken.problems] == [
        str(tmp_path / each) for each in ("b.csv", "c.pdf", "no.csv")
    ]


def test_a_table_without_a_place_and_two_files_of_one_name_are_told(path: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for file, text in (("head.csv", "name\n"), ("b/a.csv", "name\nAilleurs\n")):
        (tmp_path / file).write_text(text, "utf-8")
    files = [tmp_path / each for each in ("head.csv", "a.csv", "a.csv", "b/a.csv")]
    taken = add_places(path, files)
    assert taken.files == {"a.csv": 2}
    assert [(each.where, each.message) for each in taken.problems] == [
        (str(files[0]), "there is no place in it"),
        (str(files[3]), "another file of this name was given"),
    ]


def test_a_file_named_twice_is_forgotten_once(path: Path, tmp_path: Path) -> None:
    add_places(path, [tmp_path / "a.csv"])
    remove_places(path, ["a.csv", "a.csv"])
    assert places_files(path) == []


def test_reading_with_the_ledger_knows_them_and_what_was_read_before_is_stale(path: Path, tmp_path: Path) -> None:
    with Ledger(path) as ledger:
        article = Article("a.txt", "Un puits a été foré à Kobiwol, non loin d'Inates.", language="fr")
        list(ledger.add([article]))
        (id_,) = [each.id for each in ledger.articles()]
        before = facts_of(ledger, id_)
        assert isinstance(before, Facts)
        assert {(each.name, each.lat) for each in before.places} == {("Kobiwol", None), ("Inates", None)}
        assert ledger.unread_count(maker(ledger)) == 0
        add_places(path, [tmp_path / "a.csv"])
        assert ledger.unread_count(maker(ledger)) == 1
        after = facts_of(ledger, id_)
        assert isinstance(after, Facts)
        assert {(each.name, each.lat) for each in after.places} == {("Kobiwol", 14.1), ("Inates", 15.2)}


def test_without_places_the_gazetteer_is_that_of_the_package(path: Path) -> None:
    with Ledger(path) as ledger:
        assert own_of(ledger) is None
    assert known_places(None).named("Kobiwol") == ()
