import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.moment import Moment
from tests.ingest.reading import TEXT, one, put, reading


def test_text_is_the_files_own_characters(tmp_path):
    article = one(put(tmp_path, "a.txt", "\ufeff  Un titre\r\n\r\nUn corps.\rFin \n"))
    assert article.text == "  Un titre\n\nUn corps.\nFin \n"
    assert article.path == str(tmp_path / "a.txt")
    assert article.locations == (article.path,)


def test_sidecar_says_what_is_known(tmp_path):
    file = put(tmp_path, "a.txt", f"Gazette\n\nLe pont ferme\n\n{TEXT}")
    sidecar = (
        '{"title": "Le pont ferme", "outlet": "Gazette", "url": "https://g.example/1", "published": "2024-09-06",'
        ' "byline": "Awa B.", "language": "fr-NE", "complete": false, "note": 1}'
    )
    put(tmp_path, "a.json", sidecar)
    article = one(file)
    assert article.title_span
    assert article.title_span.of(article.text) == article.title == "Le pont ferme"
    assert article.published == Moment("2024-09-06")
    known = (article.outlet, article.url, article.byline, article.language, article.complete)
    assert known == ("Gazette", "https://g.example/1", "Awa B.", "fr", False)


@pytest.mark.parametrize("sidecar", ["{", "[1]", "\x00", '"text"'])
def test_text_is_read_without_a_broken_sidecar(tmp_path, sidecar):
    put(tmp_path, "a.json", sidecar)
    articles, problems = reading(put(tmp_path, "a.txt", TEXT))
    assert [article.text for article in articles] == [TEXT]
    assert [problem.where for problem in problems] == [str(tmp_path / "a.json")]


def test_bad_date_is_bad_news_and_the_article_stays_undated(tmp_path):
    put(tmp_path, "a.json", '{"published": "12/03/2024", "outlet": "Gazette"}')
    articles, problems = reading(put(tmp_path, "a.txt", TEXT))
    assert (articles[0].published, articles[0].outlet) == (None, "Gazette")
    assert "12/03/2024" in problems[0].message


def test_language_is_not_guessed_here(tmp_path):
    assert one(put(tmp_path, "a.txt", TEXT)).language is None


def test_addresses_in_the_text_are_its_links(tmp_path):
    text = "Lu sur https://a.example/x, et (https://b.example/y). Encore : https://a.example/x"
    assert one(put(tmp_path, "a.txt", text)).links == ("https://a.example/x", "https://b.example/y")


def test_raw_bytes_are_kept_when_asked(tmp_path):
    file = put(tmp_path, "a.txt", b"Un\r\ntexte")
    assert one(file).raw is None
    assert one(file, keep_raw=True).raw == b"Un\r\ntexte"


@given(st.binary(max_size=300))
def test_no_bytes_crash_it(data):
    articles, problems = reading("-", stdin=data)
    assert articles or problems
    for article in articles:
        article.text.encode()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r\ufeff"), min_size=1, max_size=200))
def test_unicode_text_comes_back_as_it_was(text):
    articles, problems = reading("-", stdin=("é. " + text).encode())
    mended = any("decoded twice" in problem.message for problem in problems)
    assert mended or [article.text for article in articles] == ["é. " + text]
