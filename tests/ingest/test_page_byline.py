"""Bylines and sources that a page shows beside its text; every article is invented."""

import pytest

from sourcier.core.article import Article
from sourcier.core.span import Span
from sourcier.lineage.credit import credit
from tests.ingest.reading import PARAGRAPHS, TEXT, one, page

_BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
_BLOCKS = (
    '<p class="byline">Par Awa Sédogo avec APV</p>',
    '<div class="author">Par <a href="/awa">Awa Sédogo</a> avec APV <time>12 mai 2025</time></div>',
    '<div><span class="post-author-name">Awa Sédogo avec APV</span></div>',
    '<a rel="author" href="/awa">Awa Sédogo avec APV</a>',
    '<p>Par <a rel="author" href="/awa">Awa Sédogo</a> avec APV</p>',
    '<span itemprop="author">Awa Sédogo avec APV</span>',
)


def _read(top: str = "", end: str = "", *, around: str = "article", head: str = "") -> Article:
    body = f"<{around}><h1>Le pont ferme</h1>{top}<div>{_BODY}</div>{end}</{around}>"
    return one("-", stdin=page(head=head, body=body).encode())


@pytest.mark.parametrize("block", _BLOCKS)
@pytest.mark.parametrize("around", ["article", "div"])
@pytest.mark.parametrize("head", ["", '<meta name="author" content="Awa Sédogo">'])
def test_a_block_of_signature_is_the_byline(block: str, around: str, head: str) -> None:
    assert _read(block, around=around, head=head).byline == "Awa Sédogo avec APV"


@pytest.mark.parametrize("block", _BLOCKS[:3])
def test_the_credit_in_it_is_found(block: str) -> None:
    article = _read(block)
    found = credit(article, Article("s", TEXT, outlet="Agence Pays Vert (APV)"), [Span(20, 100)])
    assert (found.status, found.names, found.spans) == ("full", ("APV",), ())


def test_another_name_than_the_stated_one_is_added() -> None:
    head = '<meta name="author" content="La rédaction">'
    assert _read(_BLOCKS[0], head=head).byline == "La rédaction, Awa Sédogo avec APV"


def test_a_name_that_only_begins_like_another_is_kept() -> None:
    head = '<meta name="author" content="Awa S">'
    assert _read(_BLOCKS[0], head=head).byline == "Awa S, Awa Sédogo avec APV"


@pytest.mark.parametrize("end", ["<footer>Source : APV</footer>", "<footer><cite>Source : APV</cite></footer>"])
def test_a_source_that_is_dropped_joins_the_byline(end: str) -> None:
    article = _read(end=end, head='<meta name="author" content="Awa Sédogo">')
    assert article.byline == "Awa Sédogo, source : APV"
    found = credit(article, Article("s", TEXT, outlet="APV"), [Span(20, 100)])
    assert (found.status, found.names) == ("full", ("APV",))


def test_a_source_that_the_text_keeps_is_not_repeated() -> None:
    article = _read(end="<p>Source : APV</p>")
    assert article.text.endswith("Source : APV")
    assert article.byline is None


@pytest.mark.parametrize(
    "end",
    [
        '<div class="related"><p class="byline">Ali Sora avec APV</p></div>',
        '<aside><p class="byline">Ali Sora avec APV</p></aside>',
        '<article><h3>Le puits</h3><span class="author">Ali Sora avec APV</span></article>',
        '<figure><img src="a.png"><span class="source">APV</span></figure>',
        '<div class="author-bio">Ali Sora a écrit pour APV</div>',
        "<footer>Source : nos archives</footer>",
        "".join(f'<p class="author">Personne {letter}</p>' for letter in "ABCD"),
    ],
)
def test_names_of_other_things_are_none(end: str) -> None:
    assert _read(end=end).byline is None


def test_a_teaser_below_has_its_own_signature() -> None:
    body = f'<article>{_BODY}</article><div><div><span class="author">Ali Sora avec APV</span></div></div>'
    assert one("-", stdin=page(body=body).encode()).byline is None
