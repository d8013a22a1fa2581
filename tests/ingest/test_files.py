import os

import pytest

from sourcier.core.errors import InputError
from sourcier.ingest.files import sources
from tests.ingest.reading import TEXT, put, reading


def ids(*paths):
    return [article.id for article in reading(*paths)[0]]


def test_folder_is_read_in_order_with_relative_ids(tmp_path):
    for name in ("b.txt", "a/z.md", "a/é.txt", "c.HTML"):
        put(tmp_path, name, TEXT)
    assert ids(tmp_path) == ["a/z.md", "a/é.txt", "b.txt", "c.HTML"]


def test_a_file_given_goes_by_its_name(tmp_path):
    assert ids(put(tmp_path, "deep/er/a.txt", TEXT)) == ["a.txt"]


def test_ids_stay_unique_across_folders(tmp_path):
    put(tmp_path, "north/day/a.txt", TEXT)
    put(tmp_path, "south/day/a.txt", TEXT)
    put(tmp_path, "south/day/b.txt", TEXT)
    assert ids(tmp_path / "north" / "day", tmp_path / "south" / "day") == [
        "north/day/a.txt",
        "south/day/a.txt",
        "b.txt",
    ]


def test_hidden_files_sidecars_and_others_are_passed_over_in_folders(tmp_path):
    for name in (".a.txt", ".git/b.txt", "notes.json", "photo.jpg", "a.txt.bak"):
        put(tmp_path, name, TEXT)
    put(tmp_path, "a.txt", TEXT)
    articles, problems = reading(tmp_path)
    assert [article.id for article in articles] == ["a.txt"]
    assert not problems


def test_links_that_go_round_in_circles_end(tmp_path):
    put(tmp_path, "in/a.txt", TEXT)
    (tmp_path / "in" / "again").symlink_to(tmp_path)
    (tmp_path / "in" / "b.txt").symlink_to(tmp_path / "in" / "a.txt")
    assert ids(tmp_path) == ["in/a.txt"]


def test_a_file_given_twice_is_read_once(tmp_path):
    file = put(tmp_path, "a.txt", TEXT)
    assert ids(tmp_path, file, file) == ["a.txt"]
    assert reading(tmp_path, tmp_path)[1] == []


def test_missing_path_stops_before_anything_is_read(tmp_path):
    with pytest.raises(InputError, match="no such file or folder"):
        reading(put(tmp_path, "a.txt", TEXT), tmp_path / "absent.txt")


def test_other_kinds_of_file_given_by_name_are_bad_news(tmp_path):
    _, problems = reading(put(tmp_path, "a.docx", TEXT), put(tmp_path, "b", TEXT))
    assert [problem.message for problem in problems] == [
        "files that end in .docx are not read",
        "files that end in nothing are not read",
    ]


def test_sidecar_given_by_name_beside_its_article_is_silent(tmp_path):
    article = put(tmp_path, "a.txt", TEXT)
    articles, problems = reading(article, put(tmp_path, "a.json", "{}"))
    assert (len(articles), problems) == (1, [])


def test_folder_without_articles_says_so(tmp_path):
    put(tmp_path, "sub/photo.jpg", b"")
    assert [problem.message for problem in reading(tmp_path)[1]] == ["no articles in this folder"]


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_name_that_is_no_unicode_is_read_and_shown(tmp_path):
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "wb") as file:  # noqa: PTH123 -- a name in bytes
        file.write(TEXT.encode())
    assert ids(tmp_path) == ["caf\ufffd.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_broken_link_is_bad_news(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    assert len(reading(tmp_path)[1]) == 1


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize("name", ["loop", "loop.txt"])
def test_link_to_itself_is_bad_news_and_the_rest_is_read(tmp_path, name):
    (tmp_path / name).symlink_to(tmp_path / name)
    articles, problems = reading(tmp_path, put(tmp_path, "z.txt", TEXT))
    assert [article.id for article in articles] == ["z.txt"]
    assert [problem.where for problem in problems] == [str(tmp_path / name)]


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_names_that_are_no_unicode_give_ids_of_their_own(tmp_path):
    for name in (b"bad\xff.txt", b"bad\xfe.txt", b"bad\\xff.txt"):
        with open(os.fsencode(tmp_path) + b"/" + name, "wb") as file:  # noqa: PTH123 -- a name in bytes
            file.write(TEXT.encode() + name[3:4])
    found = ids(tmp_path)
    assert len(set(found)) == 3
    assert {"bad\ufffd.txt", "bad\\xff.txt"} < set(found)


def test_name_too_long_for_a_sidecar_is_read(tmp_path):
    name = "a" * 251 + ".txt"  # with .json the name would be longer than file systems take
    assert ids(put(tmp_path, name, TEXT)) == [name]


def test_folders_nested_too_deeply_lose_no_other_file(tmp_path):
    put(tmp_path, "/".join(["a"] * 300) + "/a.txt", TEXT)
    put(tmp_path, "b.txt", TEXT)
    articles, problems = reading(tmp_path)
    assert [article.id for article in articles] == ["b.txt"]
    assert ["nested too deeply" in problem.message for problem in problems] == [True]


def test_ten_thousand_files_are_given_as_they_are_found(tmp_path, monkeypatch):
    for n in range(10_000):
        (tmp_path / f"{n:05}.txt").write_text(f"Texte inventé {n}.")
    looked = 0
    real = os.path.realpath

    def counted(path):
        nonlocal looked
        looked += 1
        return real(path)

    monkeypatch.setattr(os.path, "realpath", counted)
    found = sources([tmp_path])
    assert next(found).id == "00000.txt"
    assert [source.id for source in found] == [f"{n:05}.txt" for n in range(1, 10_000)]
    assert looked < 10  # each file costs no look at the disk but for the folder's own list


def test_a_file_and_a_link_to_it_are_read_once_in_any_order(tmp_path):
    put(tmp_path, "a/x.txt", "Un.")
    put(tmp_path, "c/y.txt", "Deux.")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x.txt").symlink_to(tmp_path / "a" / "x.txt")
    (tmp_path / "b" / "y.txt").symlink_to(tmp_path / "c" / "y.txt")
    (tmp_path / "d.txt").symlink_to(put(tmp_path, "plain", "Trois."))
    assert ids(tmp_path) == ["a/x.txt", "b/y.txt", "d.txt"]
    assert ids(tmp_path / "a", tmp_path / "a" / "x.txt", tmp_path / "c" / "y.txt") == ["x.txt", "y.txt"]
