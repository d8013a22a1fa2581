import pytest

from sourcier.core.moment import Moment
from tests.ingest.reading import TEXT, one, put, reading, trouble


def test_text_begins_after_the_front_matter(tmp_path):
    front = (
        "---\ntitle: 'Le pont : fermé'\ndate: 2024-09-06\nauthor: [Awa B., Ali C.]\ncomplete: false\ntags: [a]\n---\n"
    )
    article = one(put(tmp_path, "a.md", front + TEXT))
    assert article.text == TEXT
    assert (article.title, article.byline, article.complete) == ("Le pont : fermé", "Awa B., Ali C.", False)
    assert article.published == Moment("2024-09-06")  # a day, not midnight


def test_time_in_front_matter_keeps_its_zone(tmp_path):
    article = one(put(tmp_path, "a.md", f"---\npublished: 2024-09-06 10:30:00+01:00\n---\n{TEXT}"))
    assert article.published == Moment("2024-09-06T10:30:00+01:00")


def test_heading_is_the_title_where_none_is_stated(tmp_path):
    article = one(put(tmp_path, "a.md", f"\n# Le pont fermé #\n\n{TEXT}"))
    assert article.title_span
    assert article.title == article.title_span.of(article.text) == "Le pont fermé"


@pytest.mark.parametrize("text", [f"---\n\n{TEXT}", f"---\nUn aparté\n---\n{TEXT}", f"Un\n---\ntitle: x\n---\n{TEXT}"])
def test_rules_are_no_front_matter(tmp_path, text):
    article = one(put(tmp_path, "a.md", text))
    assert (article.text, article.title) == (text, None)


@pytest.mark.parametrize("front", ["title: [", "a: b: c", "title: &x [*x", "!!python/object:os.system x"])
def test_text_is_read_without_broken_front_matter(tmp_path, front):
    articles, problems = reading(put(tmp_path, "a.md", f"---\n{front}\n---\n{TEXT}"))
    assert [article.text.endswith(TEXT) for article in articles] == [True]
    assert len(problems) <= 1


def test_front_matter_alone_is_no_article(tmp_path):
    assert "no text" in trouble(put(tmp_path, "a.md", "---\ntitle: x\n---\n\n")).message
