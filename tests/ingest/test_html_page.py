import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.core.moment import Moment
from tests.ingest.reading import PARAGRAPHS, TEXT, one, page, put, reading, trouble


def linked(**values):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


def test_text_and_nothing_around_it():
    body = f"""<nav><a href="/">Accueil</a> <a href="/sport">Tout le sport du jour dans la région</a></nav><article>
    {"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}</article><footer>Tous droits réservés, la Gazette</footer>"""
    assert one("-", stdin=page(body=body).encode()).text == TEXT


def test_meta_tags():
    head = """<title>Le pont ferme | La Gazette</title><meta property="og:site_name" content="La Gazette">
    <meta property="og:title" content="Le pont ferm&eacute; | La Gazette"><meta name="author" content="Awa B.">
    <meta property="article:author" content="https://social.example/awa">
    <meta property="article:published_time" content="2024-09-06T10:30:00+01:00">
    <link rel="canonical" href="https://gazette.example/pont">"""
    article = one("-", stdin=page(head=head, lang="fr-FR").encode())
    assert (article.title, article.outlet, article.byline) == ("Le pont fermé", "La Gazette", "Awa B.")
    assert (article.url, article.language) == ("https://gazette.example/pont", "fr")
    assert article.published == Moment("2024-09-06T10:30:00+01:00")
    assert article.links == ("https://gazette.example/pont",)


def test_json_ld_in_a_graph_comes_first():
    values = {
        "@type": ["Article", "NewsArticle"], "headline": "Le pont", "datePublished": "2024-09-06",
        "inLanguage": "fr-FR",
        "author": [{"name": "Awa"}, "Ali"], "publisher": {"name": "La Gazette"},
        "mainEntityOfPage": {"@id": "https://gazette.example/1"}, "isBasedOn": "https://agence.example/2",
    }  # fmt: skip
    graph = json.dumps({"@graph": [{"@type": "WebSite", "name": "x"}, values]})
    head = f'<meta property="og:title" content="Autre"><script type="application/ld+json">{graph}</script>'
    article = one("-", stdin=page(head=head).encode())
    assert (article.title, article.byline, article.outlet) == ("Le pont", "Awa, Ali", "La Gazette")
    assert article.published == Moment("2024-09-06")
    assert (article.url, article.links) == ("https://gazette.example/1", ("https://agence.example/2",))


@pytest.mark.parametrize(
    "script", ["{", "null", "[[[]]]", '{"@type": 7}', '{"@type": "Article", "author": {"name": 3}}']
)
def test_broken_json_ld_states_nothing(script):
    article = one("-", stdin=page(head=f'<script type="application/ld+json">{script}</script>').encode())
    assert (article.text, article.byline) == (TEXT, None)


def test_page_taken_from_another_host_keeps_its_own_address():
    head = """<link rel="canonical" href="https://agence.example/pont"><source url="https://fil.example/9">
    <meta property="og:url" content="https://gazette.example/pont">"""
    article = one("-", stdin=page(head=head).encode())
    assert article.url == "https://gazette.example/pont"
    assert set(article.links) == {"https://agence.example/pont", "https://fil.example/9"}


def test_links_of_the_text_and_words_beside_them():
    first = """<p>Selon <a href="https://agence.example/x">l'Agence</a>, <b>rien</b> ne change.</p>"""
    body = f"<article>{first}<p>{TEXT}</p></article>"
    article = one("-", stdin=page(body=body).encode())
    assert article.text.startswith("Selon l'Agence, rien ne change.\n\nLa mairie")
    assert article.links == ("https://agence.example/x",)


def test_line_breaks_part_paragraphs():
    body = f"<div id='article'>{'<br><br>'.join(PARAGRAPHS)}</div>"
    assert one("-", stdin=page(body=body).encode()).text == TEXT


def test_title_at_the_top_of_the_text_is_its_span():
    body = f"<article><h1>Le pont ferme</h1><p>{'</p><p>'.join(PARAGRAPHS)}</p></article>"
    article = one("-", stdin=page(body=body).encode())
    assert article.title == "Le pont ferme"
    assert article.title_span
    assert article.title_span.of(article.text) == "Le pont ferme"


def test_tables_lists_and_quotations_are_text():
    rest = """<table><tr><td>lundi</td><td>40 camions</td></tr></table><ul><li>un point</li></ul>
    <blockquote>Une phrase citée.</blockquote>"""
    text = one("-", stdin=page(body=f"<article><p>{'</p><p>'.join(PARAGRAPHS)}</p>{rest}</article>").encode()).text
    assert text.split("\n\n")[:3] == list(PARAGRAPHS)
    assert "lundi 40 camions" in text
    assert "un point" in text
    assert "Une phrase citée." in text


@pytest.mark.parametrize(
    "body", ["<nav><a href='/'>Accueil</a></nav>", "<img src=a.png>", "<script>let text = 1</script>"]
)
def test_page_without_text_is_bad_news(body):
    assert "no text" in trouble("-", stdin=page(body=body).encode()).message


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", ""])
def test_code_page_is_the_declared_one(declared):
    meta = f'<meta charset="{declared}">' if declared else ""
    assert one("-", stdin=page(head=meta).encode("cp1252")).text == TEXT
    assert one("-", stdin=page(head=meta).encode()).text == TEXT


def test_code_page_of_another_script():
    text = "أغلقت البلدية الجسر يوم الخميس لمدة ثلاثة أسابيع لإصلاح عمودين متصدعين منذ الفيضان الأخير."
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'
    assert one("-", stdin=page(head=meta, body=f"<p>{text}</p>").encode("cp1256")).text == text


def test_language_of_a_template_is_not_that_of_the_text():
    assert one("-", stdin=page(lang="en-US").encode()).language is None


def test_first_date_that_can_be_read_is_taken():
    head = '<meta name="date" content="06/09/2024"><meta property="article:published_time" content="2024-09-06">'
    assert one("-", stdin=page(head=head).encode()).published == Moment("2024-09-06")
    articles, problems = reading("-", stdin=page(head='<meta name="date" content="06/09/2024">').encode())
    assert articles[0].published is None
    assert "06/09/2024" in problems[0].message


def test_raw_page_is_kept_when_asked(tmp_path):
    file = put(tmp_path, "a.html", page())
    assert one(file).raw is None
    assert one(file, keep_raw=True).raw == page().encode()


def test_sidecar_of_a_page(tmp_path):
    put(tmp_path, "a.json", '{"outlet": "Gazette"}')
    assert one(put(tmp_path, "a.htm", page())).outlet == "Gazette"


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80), st.sampled_from(["p", "div", "svg", "table", "x-y"])
)
def test_no_page_crashes_it(text, tag):
    articles, problems = reading("-", stdin=page(body=f"<{tag}>{text}<{tag}><p>{text}").encode())
    assert articles or problems


def test_deep_page_is_read_or_refused():
    articles, problems = reading("-", stdin=page(body="<div>" * 5000 + TEXT).encode())
    assert articles or problems


def test_linked_data_title_loses_its_half_characters():
    article = one("-", stdin=page(head=linked(headline="a\ud800b")).encode())
    assert article.title == "a\ufffdb"


@pytest.mark.parametrize(
    "head", ['<link rel="canonical" href="http://[bad">', '<meta property="og:url" content="http://[bad">']
)
def test_address_that_is_none_is_unknown(head):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    body = f'<article>{body.replace("pont", """<a href="http://[worse/">pont</a>""", 1)}</article>'
    article = one("-", stdin=page(head=head, body=body).encode())
    assert (article.text, article.url) == (TEXT, None)


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b"])
def test_page_nested_too_deeply_is_refused_before_it_is_extracted(tag, monkeypatch):
    monkeypatch.setattr("sourcier.ingest.html_page._body", lambda _tree: pytest.fail("extracted"))
    body = f"<{tag}>" * 6_000 + TEXT
    assert "nested too deeply" in trouble("-", stdin=page(body=body).encode()).message
