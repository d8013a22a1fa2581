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


def test_aliases_in_front_matter_are_refused(tmp_path):
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 4)]
    front = "\n".join([*rows, "title: *a3"])
    articles, problems = reading(put(tmp_path, "a.md", f"---\n{front}\n---\n{TEXT}"))
    assert [article.text for article in articles] == [TEXT]
    assert ["no YAML that can be read" in problem.message for problem in problems] == [True]


def test_front_matter_is_bounded(tmp_path):
    articles, problems = reading(put(tmp_path, "a.md", f"---\ntitle: Un\nx: {'y' * 65_536}\n---\n{TEXT}"))
    assert [(article.text, article.title) for article in articles] == [(TEXT, None)]
    assert ["longer than 65,536 characters" in problem.message for problem in problems] == [True]


def test_value_that_holds_others_is_shown_by_its_kind(tmp_path):
    _, problems = reading(put(tmp_path, "a.md", f"---\ntitle: {{a: [b]}}\ncomplete: [a]\n---\n{TEXT}"))
    assert [problem.message for problem in problems] == [
        "title: not a text: dict",
        "complete: neither true nor false: list",
    ]
