"""A file is known again from whatever folder the program runs in."""

from pathlib import Path

import pytest

from sourcier.workflow.places import places_for


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "inquiry" / "in").mkdir(parents=True)
    (tmp_path / "far").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("folder", "path"),
    [
        ("inquiry", "in/a.txt"), ("inquiry/in", "a.txt"), ("inquiry/in", "./a.txt"), ("far", "../inquiry/in/a.txt"),
        ("inquiry", "in/../in/a.txt"),
    ],
)  # fmt: skip
def test_a_path_in_the_ledgers_folder_is_relative_to_it(
    tree: Path, monkeypatch: pytest.MonkeyPatch, folder: str, path: str
) -> None:
    monkeypatch.chdir(tree / folder)
    assert places_for(tree / "inquiry" / "sourcier.db")(path) == "in/a.txt"
    assert places_for(tree / "inquiry" / "sourcier.db")(str(tree / "inquiry" / "in" / "a.txt")) == "in/a.txt"


def test_a_path_elsewhere_is_absolute(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree / "inquiry")
    place = places_for(Path("sourcier.db"))
    assert place("../far/b.jsonl#12") == (tree / "far" / "b.jsonl#12").resolve().as_posix()
    assert (place("."), place("in/"), place("..")) == (".", "in", tree.resolve().as_posix())


@pytest.mark.parametrize(
    "name", ["../b.txt", "../../b.txt", "a/../b.txt", "/b.txt", "a//b.txt", "./b.txt", "a/b.txt#3"]
)
def test_what_stands_in_an_archive_keeps_its_name_there(tree: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (tree / "inquiry" / "in" / "a.zip").touch()
    (tree / "far" / "a.zip").touch()
    monkeypatch.chdir(tree / "inquiry" / "in")
    place = places_for(tree / "inquiry" / "sourcier.db")
    assert place(f"a.zip/{name}") == f"in/a.zip/{name}"
    assert place(f"../in/a.zip/{name}") == f"in/a.zip/{name}"
    assert place(f"{tree}/far/a.zip/{name}") == f"{(tree / 'far').resolve().as_posix()}/a.zip/{name}"


def test_standard_input_stays(tree: Path) -> None:
    place = places_for(tree / "sourcier.db")
    assert (place("-"), place("-#3")) == ("-", "-#3")


def test_a_linked_folder_is_the_one_it_leads_to(tree: Path) -> None:
    (tree / "link").symlink_to(tree / "inquiry", target_is_directory=True)
    assert places_for(tree / "link" / "sourcier.db")(str(tree / "inquiry" / "in" / "a.txt")) == "in/a.txt"
    assert places_for(tree / "inquiry" / "sourcier.db")(str(tree / "link" / "in" / "a.txt")) == "in/a.txt"
