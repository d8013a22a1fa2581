import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.errors import InputError
from sourcier.core.moment import Moment
from tests.ingest.reading import one, put, reading, trouble


def test_record_is_read_untouched(tmp_path):
    record = {
        "id": "n-7", "text": " Un\r\ntexte. ", "title": " Titre ", "outlet": "Gazette", "url": "https://g.example/7",
        "byline": ["Awa", "Ali"], "published": "2024-09-06T10:30:00Z", "language": "fr", "complete": False, "x": {},
    }  # fmt: skip
    article = one(put(tmp_path, "a.jsonl", "\n" + json.dumps(record)), keep_raw=True)
    assert (article.id, article.text, article.title, article.title_span) == ("n-7", " Un\r\ntexte. ", "Titre", None)
    assert (article.outlet, article.byline, article.complete) == ("Gazette", "Awa, Ali", False)
    assert (article.published, article.language) == (Moment("2024-09-06T10:30:00Z"), "fr")
    assert article.path == str(tmp_path / "a.jsonl#2")
    assert json.loads(article.raw or b"") == record


def test_columns_of_other_names(tmp_path):
    file = put(tmp_path, "a.jsonl", '{"headline": "Titre", "body": "Un texte.", "title": "x"}')
    article = one(file, mapping={"title": "headline", "text": "body"})
    assert (article.title, article.text) == ("Titre", "Un texte.")


def test_a_record_without_the_column_named_is_read_by_the_standard_name(tmp_path):
    put(tmp_path, "a.jsonl", '{"texte": "Un.", "titre": "A"}\n{"text": "Deux.", "title": "B"}\n{"body": "x"}')
    put(tmp_path, "b.jsonl", '{"text": "Trois.", "id": "n-3"}')
    articles, problems = reading(tmp_path, mapping={"text": "texte", "title": "titre", "id": "numero"})
    assert [(article.text, article.title) for article in articles] == [("Un.", "A"), ("Deux.", "B"), ("Trois.", None)]
    assert articles[2].id == "n-3"
    told = [(problem.where.rpartition("/")[2], problem.message) for problem in problems]
    assert told == [
        ("a.jsonl#3", "no 'texte' among: body"),
        ("a.jsonl", "no column 'numero', which was named for id"),
        ("b.jsonl", "no column 'titre', which was named for title"),
    ]


def test_a_column_named_for_another_field_does_not_stand_in(tmp_path):
    file = put(tmp_path, "a.jsonl", '{"text": "Un.", "headline": "A", "title": "X"}\n{"text": "Deux.", "title": "X"}')
    articles, _ = reading(file, mapping={"title": "headline", "outlet": "title"})
    assert [(article.title, article.outlet) for article in articles] == [("A", "X"), (None, "X")]


def test_unknown_field_to_map_stops_at_once():
    with pytest.raises(InputError, match="no field is called 'headline'"):
        reading("-", stdin=b"", mapping={"headline": "title"})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "no JSON"),
        ('{"text": "a"} x', "no JSON"),
        ("[1]", "no object"),
        ('{"body": "Un texte."}', "no 'text' among: body"),
        ('{"text": null}', "the text is empty (text)"),
        ('{"text": 7}', "not a text"),
        ('{"text": " \\n"}', "empty"),
    ],
)
def test_bad_line_is_bad_news_with_its_number(tmp_path, line, message):
    articles, problems = reading(put(tmp_path, "a.jsonl", f'{{"text": "un"}}\n{line}\n{{"text": "trois"}}'))
    assert [article.id for article in articles] == ["a.jsonl#1", "a.jsonl#3"]
    assert [problem.where for problem in problems] == [str(tmp_path / "a.jsonl#2")]
    assert message in problems[0].message


def test_missing_text_hints_at_the_option(tmp_path):
    assert "--map text=" in (trouble(put(tmp_path, "a.jsonl", '{"body": "x"}')).hint or "")


def test_only_a_record_is_bounded_not_the_file(tmp_path):
    lines = ['{"text": "%s"}' % ("x" * size) for size in (50, 500, 5000, 60)]
    articles, problems = reading(put(tmp_path, "a.jsonl", "\n".join(lines)), max_bytes=100)
    assert [article.id for article in articles] == ["a.jsonl#1", "a.jsonl#4"]
    assert [problem.where[-2:] for problem in problems] == ["#2", "#3"]


def test_half_characters_become_replacement_characters(tmp_path):
    article = one(put(tmp_path, "a.jsonl", '{"text": "a\\ud800b\\ud83d\\ude00", "title": "\\udc00"}'))
    assert (article.text, article.title) == ("a\ufffdb\U0001f600", "\ufffd")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    lines = '{"text": "Été à l\'œuvre"}\n{"text": "ça"}\n'
    articles, problems = reading(put(tmp_path, "a.jsonl", lines.encode(encoding)))
    assert ([article.text for article in articles], problems) == (["Été à l'œuvre", "ça"], [])


def test_bad_metadata_is_bad_news_and_the_record_stays(tmp_path):
    line = '{"text": "x", "published": "12/03/2024", "title": {}, "complete": "perhaps"}'
    articles, problems = reading(put(tmp_path, "a.jsonl", line))
    assert (articles[0].published, articles[0].title, articles[0].complete) == (None, None, True)
    assert len(problems) == 3


def test_text_decoded_twice_is_mended_and_said_so(tmp_path):
    articles, problems = reading(put(tmp_path, "a.jsonl", json.dumps({"text": "L'Ã©tÃ© Ã  Zarmara"})))
    assert articles[0].text == "L'été à Zarmara"
    assert "decoded twice" in problems[0].message


@given(st.dictionaries(st.sampled_from(["id", "text", "title", "published", "links"]), st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(), st.lists, max_leaves=4,
)))  # fmt: skip
def test_no_record_crashes_it(record):
    articles, problems = reading("-", stdin=b'{"text": "x"}\n' + json.dumps(record).encode())
    assert len(articles) + len(problems) >= 2
