"""Files that are not read are said, many of a kind in one word."""

from pathlib import Path

import pytest

from sourcier.ingest.left_aside import left_aside, unread_kinds


def test_texts_and_what_stands_beside_them_are_read(tmp_path: Path) -> None:
    for name in ("a.txt", "a.json", "b.HTML", "c.csv", ".hidden.jpg", "__MACOSX/d.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert left_aside(tmp_path) == []


def test_a_sidecar_of_no_text_is_said_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "c.csv").touch()
    (tmp_path / "c.json").touch()
    (told,) = left_aside(tmp_path)
    assert (told.where, told.message) == ("c.json", "no text stands beside this file of metadata")


@pytest.mark.parametrize(("count", "said"), [(3, 3), (4, 1)])
def test_many_of_a_kind_are_one(count: int, said: int) -> None:
    names = [f"vues/{n}.jpg" for n in range(count)]
    assert len(list(unread_kinds(names))) == said


def test_many_are_said_of_their_folder_or_archive_and_none_has_a_kind_without_ending() -> None:
    names = [f"vues/{n}" for n in range(5)]
    assert [each.where for each in unread_kinds(names)] == ["vues"]
    assert [(each.where, each.message) for each in unread_kinds(names, "a.zip")] == [
        ("a.zip", "5 ? files: this kind of file is not read")
    ]
