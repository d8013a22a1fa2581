"""Archives from strangers: what is unpacked, what is left out, and that nothing lands outside the folder."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.ingest.safe_names import hidden, safe
from sourcier.ingest.unzipped import UnzipLimits, unzip

Entry = tuple[str | zipfile.ZipInfo, str | bytes]


def packed(folder: Path, entries: Sequence[Entry], kind: int = zipfile.ZIP_DEFLATED) -> Path:
    path = folder / "upload.zip"
    with zipfile.ZipFile(path, "w", kind) as archive:
        for info, content in entries:
            archive.writestr(info, content)
    return path


def unpacked(folder: Path, path: Path, limits: UnzipLimits | None = None) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return what lies in the folder, and what was said of which file; nothing else may have been written."""
    into = folder / "into" / "deep"
    before = _all(folder)
    problems = unzip(path, into, limits)
    after = _all(folder)
    assert {each for each in after if not each.startswith("into/deep/")} == before
    assert all(not (into / each).is_symlink() for each in _all(into))
    root = f"{into}/"
    return (
        {each: (into / each).read_bytes() for each in _all(into)},
        {each.where.removeprefix(root): each.message for each in problems},
    )


def _all(folder: Path) -> set[str]:
    found = (Path(root, name) for root, _, names in os.walk(folder) for name in names)
    return {path.relative_to(folder).as_posix() for path in found}


def test_folders_accents_and_sidecars_are_kept(tmp_path: Path) -> None:
    path = packed(tmp_path, [("été/a.txt", "Un texte."), ("été/a.json", "{}"), ("b.HTML", "<p>"), ("vide/", "")])
    files, told = unpacked(tmp_path, path)
    assert files == {"été/a.txt": b"Un texte.", "été/a.json": b"{}", "b.HTML": b"<p>"}
    assert told == {}


def test_what_is_hidden_is_passed_over_and_what_is_not_read_is_said(tmp_path: Path) -> None:
    names = [".DS_Store", "__MACOSX/._a.txt", ".git/a.txt", "photo.jpg", "a.txt"]
    files, told = unpacked(tmp_path, packed(tmp_path, [(name, "x") for name in names]))
    assert list(files) == ["a.txt"]
    assert told == {"photo.jpg": "this kind of file is not read"}


@pytest.mark.parametrize(
    "name",
    ["../out.txt", "/out.txt", "a/../../out.txt", "..\\out.txt", "C:\\out.txt", "C:/out.txt", "\\\\host\\out.txt"],
)
def test_a_name_that_leads_out_is_left_out(tmp_path: Path, name: str) -> None:
    files, told = unpacked(tmp_path, packed(tmp_path, [(name, "x"), ("a.txt", "y")]))
    assert files == {"a.txt": b"y"}
    assert list(told.values()) == ["this name leads out of its folder: the file was left out"]


def test_links_are_left_out(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    folder = zipfile.ZipInfo("d.txt")
    folder.external_attr = (stat.S_IFLNK | 0o777) << 16
    files, told = unpacked(tmp_path, packed(tmp_path, [(link, "/etc/passwd"), (folder, "/etc"), ("d.txt/a.txt", "x")]))
    assert files == {"d.txt/a.txt": b"x"}
    assert set(told.values()) == {"this is a link or a device, not a file: it was left out"}


def test_an_archive_in_it_is_left_aside(tmp_path: Path) -> None:
    files, told = unpacked(tmp_path, packed(tmp_path, [("in/b.ZIP", "x"), ("c.tar.gz", "x"), ("a.txt", "y")]))
    assert list(files) == ["a.txt"]
    assert told == dict.fromkeys(["in/b.ZIP", "c.tar.gz"], "an archive in an archive is left aside")


def test_the_number_of_files_is_bounded(tmp_path: Path) -> None:
    path = packed(tmp_path, [(f"{n}.txt", "x") for n in range(5)])
    files, told = unpacked(tmp_path, path, UnzipLimits(files=3))
    assert len(files) == 3
    assert list(told.values()) == ["the archive has more than 3 files: the rest was left out"]
    (tmp_path / "again").mkdir()
    files, told = unpacked(tmp_path / "again", path, UnzipLimits(files=5))
    assert (len(files), told) == (5, {})


def test_bytes_in_all_are_bounded(tmp_path: Path) -> None:
    path = packed(tmp_path, [("a.txt", "x" * 60), ("b.jsonl", "y" * 60), ("c.txt", "z")])
    files, told = unpacked(tmp_path, path, UnzipLimits(total=100))
    assert list(files) == ["a.txt"]
    assert list(told.values()) == [
        "the file is larger than 40 bytes when unpacked: it was left out",
        "the archive holds more than 100 bytes: the rest was left out",
    ]


def test_a_file_of_one_article_is_bounded_and_one_of_many_is_not(tmp_path: Path) -> None:
    path = packed(tmp_path, [("a.txt", "x" * 60), ("b.jsonl", "y" * 60)])
    files, told = unpacked(tmp_path, path, UnzipLimits(each=50))
    assert list(files) == ["b.jsonl"]
    assert told == {"a.txt": "the file is larger than 50 bytes when unpacked: it was left out"}


def test_a_bomb_is_stopped_by_what_it_expands_to(tmp_path: Path) -> None:
    path = packed(tmp_path, [("bomb.csv", bytes(30_000_000)), ("a.txt", "x")])
    files, told = unpacked(tmp_path, path)
    assert list(files) == ["a.txt"]
    assert "when unpacked" in told["bomb.csv"]


def test_a_size_that_is_not_true_changes_nothing(tmp_path: Path) -> None:
    path = packed(tmp_path, [("a.txt", bytes(3_000_000))])
    data = path.read_bytes().replace(struct.pack("<I", 3_000_000), struct.pack("<I", 10))
    path.write_bytes(data)
    files, told = unpacked(tmp_path, path, UnzipLimits(each=1_000_000))
    assert all(len(content) <= 1_000_000 for content in files.values())
    assert len(files) + len(told) == 1


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_expands_without_bound_is_not_unpacked(tmp_path: Path, kind: int) -> None:
    files, told = unpacked(tmp_path, packed(tmp_path, [("a.txt", "x")], kind))
    assert files == {}
    assert told == {"a.txt": "this file is packed in a way that is not read"}


def test_a_locked_file_is_left_out(tmp_path: Path) -> None:
    path = packed(tmp_path, [("a.txt", "x")])
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    path.write_bytes(data)
    files, told = unpacked(tmp_path, path)
    assert files == {}
    assert told == {"a.txt": "this file is locked with a password"}


@pytest.mark.parametrize("encoding", ["utf-8", "cp850", "cp1252"])
def test_names_without_a_stated_encoding_stay_readable(tmp_path: Path, encoding: str) -> None:
    name = "dépêche àçêô.txt"
    placeholder = "@" * len(name.encode(encoding))
    path = packed(tmp_path, [(placeholder, "x")])
    path.write_bytes(path.read_bytes().replace(placeholder.encode(), name.encode(encoding)))
    files, _ = unpacked(tmp_path, path)
    assert list(files) == [name]


def test_two_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = packed(tmp_path, [("a.txt", "1"), ("a.txt", "2"), ("A.txt", "3"), ("a (2).txt", "4")])
    files, told = unpacked(tmp_path, path)
    assert sorted(files.values()) == [b"1", b"2", b"3", b"4"]
    assert told == {}


def test_a_file_where_a_folder_stands_is_left_out(tmp_path: Path) -> None:
    files, told = unpacked(tmp_path, packed(tmp_path, [("a.txt", "x"), ("a.txt/b.txt", "y")]))
    assert files == {"a.txt": b"x"}
    assert told["a.txt/b.txt"].startswith("this file cannot be kept: ")


def test_a_damaged_file_is_left_out_and_the_rest_is_read(tmp_path: Path) -> None:
    path = packed(tmp_path, [("a.txt", "aaaa" * 50), ("b.txt", "bbbb")], zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"aaaa", b"aaab", 1))
    files, told = unpacked(tmp_path, path)
    assert files == {"b.txt": b"bbbb"}
    assert told == {"a.txt": "this file is damaged in its archive: it was left out"}


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04" + bytes(40), b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_archive_is_one_problem(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "upload.zip"
    path.write_bytes(data)
    files, told = unpacked(tmp_path, path)
    assert files == {}
    assert list(told.values()) == ["the archive is damaged, or no ZIP"]


def test_an_archive_without_articles_says_so(tmp_path: Path) -> None:
    _, told = unpacked(tmp_path, packed(tmp_path, [("photo.jpg", "x")]))
    assert list(told.values()) == ["no articles in this archive", "this kind of file is not read"]


def test_an_archive_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = unzip(tmp_path / "none.zip", tmp_path / "into")
    assert problem.message.startswith("this file cannot be read: ")


@given(data=st.data())
def test_a_flipped_bit_never_breaks_out(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("flipped")
    path = packed(folder, [("d/a.txt", "x" * 100), ("b.json", "{}"), ("été.txt", "y")])
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    unpacked(folder, path)


@given(name=st.text(st.characters(), max_size=60) | st.text("./\\:a C", max_size=12))
def test_a_safe_name_stays_in_its_folder(name: str) -> None:
    path = safe(name)
    if path is None:
        return
    parts = path.split("/")
    assert not {"", ".", ".."} & set(parts)
    assert all(len(part.encode()) <= 255 and "\0" not in part and "\\" not in part for part in parts)
    assert safe(path) == path
    assert os.path.normpath(os.path.join("root", path)).startswith("root" + os.sep)  # noqa: PTH118


def test_safe_names_stay_readable() -> None:
    assert safe("Dossier été/l'« œuvre » (2).txt") == "Dossier été/l'« œuvre » (2).txt"
    assert safe("e\u0301te\u0301.txt") == "été.txt"
    assert safe("a\u202etxt.exe") == "a_txt.exe"
    assert safe("./d//a.txt") == "d/a.txt"
    assert safe("aux.txt") == "_aux.txt"
    long, other = safe("x" * 400 + ".txt"), safe("x" * 401 + ".txt")
    assert long != other
    assert long is not None
    assert long.endswith(".txt")
    assert safe("x" * 400 + ".json") == long.replace(".txt", ".json")
    assert safe("/".join("d" * 100)) is None
    assert hidden("d/.a")
    assert not hidden("d/a")


def test_a_list_of_files_that_is_too_long_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sourcier.ingest.unzipped._DIRECTORY", 100)
    _, told = unpacked(tmp_path, packed(tmp_path, [(f"{n}.txt", "x") for n in range(10)]))
    assert list(told.values()) == ["the archive is damaged, or no ZIP"]


def test_a_stream_of_an_archive_is_read_whole(tmp_path: Path) -> None:
    kept = io.BytesIO(packed(tmp_path, [("a.txt", "x" * 200_000)]).read_bytes())
    (tmp_path / "upload.zip").write_bytes(kept.getvalue())
    files, _ = unpacked(tmp_path, tmp_path / "upload.zip")
    assert len(files["a.txt"]) == 200_000
