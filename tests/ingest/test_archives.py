"""ZIP and tar archives, read from where they are: names, metadata beside, limits, and what is damaged."""

import gzip
import json
import stat
import struct
import tarfile
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest import tar_sidecars
from sourcier.ingest.formats import format_of, kind_of
from sourcier.ingest.members import ArchiveLimits
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.source import Source
from sourcier.ingest.unpacked import unpacked
from tests.ingest.packing import tarred, zipped
from tests.ingest.reading import TEXT, one, page, put, reading, trouble

KINDS = ["a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.bz2", "a.tar.xz"]
OUT = "this name leads out of its folder: the file was left out"


def packed(folder, name, entries):
    path = folder / name
    if name.endswith(".zip"):
        return zipped(path, entries)
    if name.endswith(".tgz"):
        tarred(folder / "x.tar.gz", entries).rename(path)
        return path
    return tarred(path, entries)


def told(problems):
    return [(problem.where.rpartition("a.zip/")[2], problem.message) for problem in problems]


def limited(path, **limits):
    """Return what a reader of archives gives within other limits."""
    kind = kind_of(path.name)
    with path.open("rb") as file:
        source = Source(path.name, path.name, path)
        stream = unpacked(file, kind.packing)
        items = format_of(kind.format)(stream, source, ReadOptions(max_bytes=1_000), ArchiveLimits(**limits))
        taken = []
        try:
            for item in items:
                taken.append(item)
                if hasattr(item, "stream"):
                    item.stream.read()
        except Exception as error:  # noqa: BLE001 -- its words are what is tested
            return taken, getattr(error, "message", repr(error))
    return taken, ""


@pytest.mark.parametrize("name", KINDS)
def test_every_format_is_read_in_an_archive(tmp_path, name):
    entries = [
        ("été/a.txt", TEXT),
        ("b.html", page()),
        ("c.jsonl", '{"text": "Un."}\n{"id": "n2", "text": "Deux."}\n'),
        ("d.csv", "text\nTrois.\n"),
        ("e.jsonl.gz", gzip.compress(b'{"text": "Quatre."}')),
        ("f.txt.gz", gzip.compress(b"Cinq.")),
        (".hidden.txt", "x"),
        ("__MACOSX/._a.txt", "x"),
    ]
    articles, problems = reading(packed(tmp_path, name, entries))
    ids = ["été/a.txt", "b.html", "c.jsonl#1", None, "d.csv#2", "e.jsonl.gz#1", "f.txt.gz"]
    assert [article.id for article in articles] == [f"{name}/{id_}" if id_ else "n2" for id_ in ids]
    assert [article.text for article in articles] == [TEXT, TEXT, "Un.", "Deux.", "Trois.", "Quatre.", "Cinq."]
    assert articles[0].path == str(tmp_path / name / "été/a.txt")
    assert problems == []


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("first", [True, False])
def test_metadata_stands_beside_its_text_however_far(tmp_path, name, first):
    rest = [(f"{n}.txt", f"Texte inventé {n}.") for n in range(300)]
    beside, text = ("d/a.json", json.dumps({"outlet": "Gazette"})), ("d/a.txt", TEXT)
    entries = [beside, *rest, text] if first else [text, *rest, beside]
    articles, problems = reading(packed(tmp_path, name, entries))
    assert problems == []
    assert {article.outlet for article in articles if article.text == TEXT} == {"Gazette"}
    assert {article.outlet for article in articles if article.text != TEXT} == {None}


@pytest.mark.parametrize("name", KINDS)
def test_bad_metadata_is_said_by_its_place(tmp_path, name):
    path = packed(tmp_path, name, [("a.txt", TEXT), ("a.json", "[]"), ("b.json", "{}")])
    articles, problems = reading(path)
    assert len(articles) == 1
    assert {problem.where: problem.message for problem in problems} == {
        f"{path}/a.json": "the sidecar cannot be used: it is no JSON object",
        f"{path}/b.json": "no text stands beside this file of metadata",
    }


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(
    "bad", ["../out.txt", "/out.txt", "a/../../out.txt", "C:\\out.txt", "\\\\host\\out.txt", "../été.txt"]
)
def test_a_name_that_leads_out_is_left_out(tmp_path, name, bad):
    path = packed(tmp_path, name, [(bad, "x"), ("a.txt", TEXT)])
    articles, problems = reading(path)
    assert [article.id for article in articles] == [f"{name}/a.txt"]
    assert [(problem.where, problem.message) for problem in problems] == [(f"{path}/{bad}", OUT)]


@pytest.mark.parametrize("name", KINDS)
def test_what_cannot_be_seen_of_a_name_is_written_out(tmp_path, name):
    path = packed(tmp_path, name, [("../a\u202egpj\x1b.txt", "x"), ("a.txt", TEXT)])
    assert [problem.where for problem in reading(path)[1]] == [f"{path}/../a\\u202egpj\\x1b.txt"]


@pytest.mark.parametrize("name", KINDS)
def test_two_files_of_one_name_are_both_read(tmp_path, name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = packed(tmp_path, name, [("a.txt", "Un."), ("a.txt", "Deux."), ("A.txt", "Trois."), ("a (2).txt", "4.")])
    articles, problems = reading(path)
    assert [article.text for article in articles] == ["Un.", "Deux.", "Trois.", "4."]
    assert len({article.id.casefold() for article in articles}) == 4
    assert articles[1].id == f"{name}/a (2).txt"
    assert problems == []


@pytest.mark.parametrize("name", KINDS)
def test_archives_in_archives_are_left_aside_and_other_kinds_counted(tmp_path, name):
    entries = [("in.zip", "x"), ("in.tar.gz", "x"), ("t.parquet", "x"), *[(f"{n}.jpg", "x") for n in range(7)]]
    articles, problems = reading(packed(tmp_path, name, [*entries, ("a.txt", TEXT)]))
    assert len(articles) == 1
    assert [problem.message for problem in problems] == [
        "an archive in an archive is left aside",
        "an archive in an archive is left aside",
        "a file of this kind is not read inside an archive",
        "7 .jpg files: this kind of file is not read",
    ]


@pytest.mark.parametrize("name", KINDS)
def test_an_archive_without_articles_says_so(tmp_path, name):
    assert trouble(packed(tmp_path, name, [("vide/.x", "")])).message == "no articles in this archive"


@pytest.mark.parametrize("name", KINDS)
def test_the_same_trouble_of_many_files_is_a_few_and_their_number(tmp_path, name):
    _, problems = reading(packed(tmp_path, name, [(f"{n:03d}.txt", " ") for n in range(40)]))
    assert len(problems) == 11
    assert problems[-1].message == "30 more like this: the file is empty"
    assert problems[-1].where == str(tmp_path / name)


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz"])
def test_files_and_bytes_are_bounded(tmp_path, name):
    path = packed(tmp_path, name, [(f"{n}.txt", "x" * 100) for n in range(9)])
    taken, why = limited(path, files=4)
    assert (len(taken), why) == (4, "the archive has more than 4 files: the rest was left out")
    taken, why = limited(path, total=350)
    assert (len(taken), why) == (3, "the archive holds more than 350 bytes: the rest was left out")


@pytest.mark.parametrize("name", ["a.zip", "a.tar"])
def test_a_file_above_the_limit_is_left_out_alone(tmp_path, name):
    path = packed(tmp_path, name, [("a.txt", "x" * 1_001), ("b.txt", "y" * 1_000)])
    articles, problems = reading(path, max_bytes=1_000)
    assert [article.text[0] for article in articles] == ["y"]
    assert [problem.message for problem in problems] == ["the file is larger than 1,000 bytes"]


def test_a_bomb_of_records_ends_the_archive(tmp_path):
    path = zipped(tmp_path / "a.zip", [("bomb.jsonl", bytes(9_000_000)), ("a.txt", "x")])
    _, why = limited(path, free=1_000_000)
    assert why == "the file expands to more than 200 times its size: the rest was left out"


def test_a_size_that_is_not_true_changes_nothing(tmp_path):
    path = zipped(tmp_path / "a.zip", [("a.txt", bytes(3_000_000))])
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 3_000_000), struct.pack("<I", 10)))
    articles, problems = reading(path, max_bytes=1_000_000)
    assert (articles, len(problems)) == ([], 1)


def test_locked_and_oddly_packed_files_are_left_out(tmp_path):
    path = zipped(tmp_path / "a.zip", [("a.txt", "x"), ("b.txt", "Un texte.")])
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    path.write_bytes(data)
    articles, problems = reading(path)
    assert [article.text for article in articles] == ["Un texte."]
    assert told(problems) == [("a.txt", "this file is locked with a password")]
    path = zipped(tmp_path / "a.zip", [("a.txt", "x")], zipfile.ZIP_LZMA)
    assert trouble(path).message == "this file is packed in a way that is not read"


def test_a_damaged_file_of_a_zip_is_left_out_and_the_rest_is_read(tmp_path):
    path = zipped(tmp_path / "a.zip", [("a.txt", "aaaa" * 50), ("b.txt", "Un texte.")], zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"aaaa", b"aaab", 1))
    articles, problems = reading(path)
    assert [article.text for article in articles] == ["Un texte."]
    assert told(problems) == [("a.txt", "this file is damaged in its archive: it was left out")]


def test_links_are_left_out(tmp_path):
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(info, "/etc/passwd")
    link = tarfile.TarInfo("link.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    for path in (tmp_path / "a.zip", tarred(tmp_path / "a.tar", [link])):
        assert trouble(path).message == "this is a link or a device, not a file: it was left out"


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz", "a.tar.xz"])
def test_a_cut_tar_is_read_up_to_there(tmp_path, name):
    path = packed(tmp_path, name, [(f"{n:02d}.txt", f"{n}. " + TEXT * 20) for n in range(40)])
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    articles, problems = reading(path)
    assert 0 < len(articles) < 40 or name == "a.tar.xz"
    assert problems
    assert all("cut short" in problem.message for problem in problems)


def test_a_damaged_head_of_a_tar_loses_its_own_file_alone(tmp_path):
    path = tarred(tmp_path / "a.tar", [("a.txt", "Un."), ("b.txt", "Deux."), ("c.txt", "Trois.")])
    path.write_bytes(path.read_bytes().replace(b"b.txt", b"b.tx!", 1))
    articles, problems = reading(path)
    assert [article.text for article in articles] == ["Un.", "Trois."]
    broken = "the archive is damaged or cut short: what can be read of it was read"
    assert [problem.message for problem in problems] == [broken]


def test_a_head_of_a_tar_that_names_gigabytes_is_not_followed(tmp_path):
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 7_000_000_000
    (tmp_path / "a.tar").write_bytes(info.tobuf(tarfile.GNU_FORMAT) + bytes(10_240))
    assert trouble(tmp_path / "a.tar").message == "the archive is damaged: it names a piece that is too long"


def test_metadata_beyond_its_bound_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr(tar_sidecars, "MOST", 100)
    entries = [(f"{n}.{kind}", '{"outlet": "Gazette"}') for n in range(20) for kind in ("json", "txt")]
    articles, problems = reading(tarred(tmp_path / "a.tar", entries))
    assert 0 < sum(article.outlet is not None for article in articles) < 20
    assert any("of metadata" in problem.message for problem in problems)


@pytest.mark.parametrize("data", [b"no archive", b"PK\x03\x04" + bytes(40), b"PK\x05\x06" + b"\xff" * 18, b"x" * 2_000])
@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.wacz"])
def test_what_is_no_archive_is_one_problem(tmp_path, name, data):
    assert trouble(put(tmp_path, name, data)).message.startswith("the archive is damaged")


@given(data=st.data(), name=st.sampled_from(["a.zip", "a.tar", "a.tar.gz", "a.tar.xz"]))
def test_a_flipped_bit_never_stops_the_rest(tmp_path_factory, data, name):
    folder = tmp_path_factory.mktemp("flipped")
    path = packed(folder, name, [("d/a.txt", "x" * 100), ("b.json", "{}"), ("été.txt", "y"), ("c.jsonl", "{}")])
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    put(folder, "z.txt", TEXT)
    articles, problems = reading(path, folder / "z.txt")
    assert articles[-1].text == TEXT
    assert all(isinstance(item, Article | Problem) for item in (*articles, *problems))


def test_an_archive_given_with_a_text_of_its_own(tmp_path):
    put(tmp_path, "a.txt", "Un.")
    zipped(tmp_path / "b.zip", [("a.txt", "Deux.")])
    assert [article.id for article in reading(tmp_path)[0]] == ["a.txt", "b.zip/a.txt"]
    assert one(tmp_path / "b.zip").text == "Deux."
