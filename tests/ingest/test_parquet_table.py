"""Parquet tables: the columns of a CSV file, with types."""

import sys
from datetime import UTC, date, datetime

import pyarrow as pa
import pytest
from pyarrow import parquet

from sourcier.core.moment import Moment
from tests.ingest.reading import one, put, reading, trouble


def table(folder, columns, name="a.parquet", **options):
    path = folder / name
    parquet.write_table(pa.table(columns), path, **options)
    return path


def test_a_row_is_an_article(tmp_path):
    path = table(
        tmp_path,
        {
            "id": ["n1"], "text": ["Un texte."], "title": ["Titre"], "byline": [["Awa", "Ali"]], "complete": [False],
            "links": [["https://a.example/"]], "other": [{"x": 1}], "language": ["fr"],
        },
    )  # fmt: skip
    article = one(path)
    assert (article.id, article.text, article.title, article.byline) == ("n1", "Un texte.", "Titre", "Awa, Ali")
    assert (article.complete, article.links, article.language) == (False, ("https://a.example/",), "fr")
    assert article.path == f"{path}#1"


@pytest.mark.parametrize(
    ("value", "kind", "moment"),
    [
        (date(2024, 9, 6), pa.date32(), "2024-09-06"),
        (datetime(2024, 9, 6), pa.timestamp("us"), "2024-09-06"),
        (datetime(2024, 9, 6, 10, 30), pa.timestamp("ns"), "2024-09-06T10:30:00"),
        (datetime(2024, 9, 6, 10, 30, tzinfo=UTC), pa.timestamp("ms", "UTC"), "2024-09-06T10:30:00+00:00"),
        ("2024-09", pa.string(), "2024-09"),
    ],
)
def test_columns_of_dates(tmp_path, value, kind, moment):
    article = one(table(tmp_path, {"text": ["Un texte."], "published": pa.array([value], kind)}))
    assert article.published == Moment(moment)


def test_a_billionth_of_a_second_is_cut(tmp_path):
    times = pa.array([1_725_618_600_123_456_789], pa.timestamp("ns", "Africa/Niamey"))
    assert one(table(tmp_path, {"text": ["Un."], "published": times})).published == Moment(
        "2024-09-06T11:30:00.123456+01:00"
    )


def test_a_time_that_no_calendar_holds_loses_neither_its_row_nor_others(tmp_path):
    times = pa.array([2**52, 1_725_618_600_000, -(2**52), 1_725_580_800_000], pa.timestamp("ms"))
    articles, problems = reading(table(tmp_path, {"text": ["Un.", "Deux.", "Trois.", "Quatre."], "published": times}))
    found = [article.published and article.published.value for article in articles]
    assert found == [None, "2024-09-06T10:30:00", None, "2024-09-06"]
    assert [problem.where.rpartition("#")[2] for problem in problems] == ["1", "3"]


def test_a_zone_that_nobody_knows_is_told_row_by_row(tmp_path):
    times = pa.array([1_725_618_600_000], pa.timestamp("ms", "Nulle/Part"))
    articles, problems = reading(table(tmp_path, {"text": ["Un."], "published": times}))
    assert ([article.published for article in articles], len(problems)) == ([None], 1)


def test_columns_of_other_names_and_bad_rows(tmp_path):
    path = table(tmp_path, {"body": ["Un.", None, "", "Quatre."], "headline": ["A", "B", "C", "D"]})
    articles, problems = reading(path, mapping={"text": "body", "title": "headline", "url": "link"})
    assert [(article.id, article.title) for article in articles] == [("a.parquet#1", "A"), ("a.parquet#4", "D")]
    assert [problem.where.removeprefix(str(path)) for problem in problems] == ["", "#2", "#3"]
    assert problems[0].message == "no column 'link', which was named for url"


def test_rows_pass_a_few_at_a_time(tmp_path):
    path = table(tmp_path, {"text": [f"Texte {n}." for n in range(1_000)]}, row_group_size=1_000)
    assert [article.text for article in reading(path)[0]] == [f"Texte {n}." for n in range(1_000)]


@pytest.mark.parametrize("data", [b"PAR1 no table", b"PAR1" + bytes(40) + b"PAR1"])
def test_what_is_no_table_is_told(tmp_path, data):
    assert trouble(put(tmp_path, "a.parquet", data)).message == "the file is damaged, or no Parquet table"


def test_a_table_without_text_or_rows_is_told(tmp_path):
    assert "no 'text' among: body" in trouble(table(tmp_path, {"body": ["x"]})).message
    assert trouble(table(tmp_path, {"text": pa.array([], pa.string())})).message == "the table has no rows"


def test_without_the_library_the_way_to_it_is_said(tmp_path, monkeypatch):
    path = table(tmp_path, {"text": ["Un."]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    problem = trouble(path)
    assert problem.message == "Parquet files need the library pyarrow"
    assert problem.hint == "pip install 'sourcier[parquet]'"


def test_a_damaged_page_of_a_table_loses_no_other_file(tmp_path):
    path = table(tmp_path, {"text": [f"Texte {n}." * 30 for n in range(3_000)]}, compression="zstd")
    data = bytearray(path.read_bytes())
    data[2_000:2_400] = bytes(400)
    path.write_bytes(data)
    put(tmp_path, "b.txt", "Un texte.")
    articles, problems = reading(tmp_path)
    assert articles[-1].text == "Un texte."
    assert problems
