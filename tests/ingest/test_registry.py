import errno
import os
import pathlib
import subprocess
import sys

import pytest

from sourcier.core.errors import InputError
from sourcier.ingest.formats import FORMATS
from tests.ingest.reading import TEXT, one, page, put, reading, trouble


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_turns_an_empty_file_into_bad_news(tmp_path, suffix):
    assert "empty" in trouble(put(tmp_path, f"a{suffix}", "")).message


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 x", b"PK\x03\x04", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"a\x00\x01b\x00\x02"]
)
def test_every_format_refuses_binary_files(tmp_path, suffix, content):
    assert trouble(put(tmp_path, f"a{suffix}", content)).message.startswith(
        ("the file is", "the archive is damaged, or")
    )


def test_bad_files_lose_none_of_the_others(tmp_path):
    put(tmp_path, "a.txt", b"\x00\x01")
    put(tmp_path, "b.txt", TEXT)
    put(tmp_path, "c.jsonl", "not json\n")
    put(tmp_path, "d.txt", TEXT)
    articles, problems = reading(tmp_path)
    assert [article.id for article in articles] == ["b.txt", "d.txt"]
    assert len(problems) == 2


def test_unreadable_file_is_bad_news(tmp_path, monkeypatch):
    file = put(tmp_path, "a.txt", TEXT)

    def closed(_self, *_args, **_options):  # rights on the file would not close it to every user
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(pathlib.Path, "open", closed)
    assert trouble(file).message == "this file cannot be read: Permission denied"


def test_file_that_vanishes_is_bad_news(tmp_path):
    from sourcier.ingest.options import ReadOptions  # noqa: PLC0415
    from sourcier.ingest.registry import read  # noqa: PLC0415

    file = put(tmp_path, "a.txt", TEXT)
    items = read([file], ReadOptions())
    file.unlink()
    assert "cannot be read" in next(items).message


def test_size_limit_is_by_article(tmp_path):
    file = put(tmp_path, "a.txt", "x" * 100)
    assert len(one(file, max_bytes=100).text) == 100
    assert "larger than 99 bytes" in trouble(file, max_bytes=99).message


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (TEXT.encode(), TEXT),
        (b'\n{"text": "Deux mots."}\n', "Deux mots."),
        (page().encode(), TEXT),
        ("{Avis} Le pont ferme.".encode("utf-16"), "{Avis} Le pont ferme."),
    ],
)
def test_standard_input_is_known_by_its_content(given, text):
    assert one("-", stdin=given).text == text


def test_ids_on_standard_input():
    assert one("-", stdin=b"Un texte.").id == "-"
    assert one("-", stdin=b'{"text": "Un texte."}').id == "-#1"


def test_ids_of_records_are_unique_and_none_is_lost(tmp_path):
    put(tmp_path, "a.jsonl", '{"id": "x", "text": "un"}\n{"id": "x", "text": "deux"}\n{"text": "trois"}\n')
    put(tmp_path, "b.jsonl", '{"id": "x", "text": "quatre"}\n{"id": 7, "text": "cinq"}\n')
    articles, problems = reading(tmp_path)
    assert [article.id for article in articles] == ["x", "a.jsonl#2", "a.jsonl#3", "b.jsonl#1", "7"]
    assert [article.text for article in articles] == ["un", "deux", "trois", "quatre", "cinq"]
    assert "stands twice in this file" in problems[0].message
    assert "those of other articles too: 1;" in problems[1].message


def test_the_same_article_in_two_files_is_no_bad_news(tmp_path):
    record = '{"id": "x", "text": "un", "outlet": "Gazette"}\n'
    put(tmp_path, "a.jsonl", record)
    put(tmp_path, "b.jsonl", record)
    articles, problems = reading(tmp_path)
    assert [article.id for article in articles] == ["x", "b.jsonl#1"]
    assert problems == []


def test_a_record_may_be_called_as_its_file(tmp_path):
    put(tmp_path, "a.jsonl", '{"id": "a.jsonl", "text": "un"}\n{"id": "a.jsonl", "text": "deux"}\n')
    articles, problems = reading(tmp_path)
    assert [article.id for article in articles] == ["a.jsonl", "a.jsonl#2"]
    assert len(problems) == 1


def test_options_win_over_what_the_file_says(tmp_path):
    file = put(tmp_path, "a.md", f"---\ntitle: Un\noutlet: Gazette\n---\n{TEXT}")
    put(tmp_path, "a.json", '{"outlet": "Sidecar", "url": "https://a.example/"}')
    article = one(file, title="Autre", url="https://b.example/")
    assert (article.title, article.outlet, article.url) == ("Autre", "Sidecar", "https://b.example/")


def test_slow_libraries_are_imported_for_their_own_files_only(tmp_path):
    put(tmp_path, "a.txt", TEXT)
    put(tmp_path, "b.jsonl", '{"text": "Un texte."}')
    code = (
        "import sys; from sourcier.ingest.registry import read; print(len(list(read([sys.argv[1]]))),"
        " 'trafilatura' in sys.modules, 'ftfy' in sys.modules, 'yaml' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["2", "False", "False", "False"]


def test_whatever_breaks_in_one_file_loses_none_of_the_others(tmp_path, monkeypatch):
    def broken(*_args):
        raise ValueError("Invalid\nthing")

    monkeypatch.setattr("sourcier.ingest.html_page.stated", broken)
    put(tmp_path, "a.html", page())
    put(tmp_path, "b.txt", TEXT)
    articles, problems = reading(tmp_path)
    assert [article.id for article in articles] == ["b.txt"]
    assert [problem.message for problem in problems] == ["this file cannot be read: Invalid thing"]


def test_closed_standard_input_stops_before_anything_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="standard input is closed"):
        reading(put(tmp_path, "a.txt", TEXT), "-")
