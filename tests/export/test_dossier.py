"""The dossier: one file that asks for nothing, says all, and is the same bytes for the same input."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.core.comparison import Comparison
from sourcier.core.family import Shares
from sourcier.core.identity import text_hash
from sourcier.core.passage import Direction
from sourcier.export.dossier import dossier
from sourcier.lang.interface import phrases
from sourcier.lang.load import CODES
from tests import factory

FETCHING = {"script", "img", "link", "iframe", "object", "embed", "video", "audio", "source", "form", "base", "svg"}
EMPTY = {"meta", "br"}


class Page(HTMLParser):
    """Tags, attributes and words of a page; fails on tags that do not close in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.style = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def page(pair: Comparison | None = None, lang: str = "en", *, full: bool = False, time: str | None = None) -> Page:
    return Page(dossier(pair or factory.comparison(), phrases(lang), full=full, time=time).decode())


@pytest.mark.parametrize("lang", CODES)
def test_it_asks_for_nothing(lang: str) -> None:
    read = page(lang=lang, full=True)
    assert not FETCHING & {tag for tag, _ in read.tags}
    assert "url(" not in read.style
    assert "@import" not in read.style
    for _, attributes in read.tags:
        assert not {"style", "src", "srcset", "background"} & set(attributes)
        assert not any(name.startswith("on") for name in attributes)


def test_its_policy_forbids_all_but_its_own_style() -> None:
    read = page()
    policy = next(a["content"] for _, a in read.tags if a.get("http-equiv") == "Content-Security-Policy")
    digest = b64encode(sha256(read.style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_the_same_input_gives_the_same_bytes() -> None:
    time = "2031-03-06T10:00:00Z"
    first = dossier(factory.comparison(), phrases("fr"), full=True, time=time)
    assert first == dossier(factory.comparison(), phrases("fr"), full=True, time=time)
    assert "6 mars 2031" in first.decode()


def test_differences_of_meaning_come_first_the_heaviest_at_the_top() -> None:
    text = page().text
    places = [text.index(words) for words in ("Differences of meaning", "reprendre le", "Douze", "Side by side")]
    assert places == sorted(places)


def test_it_names_both_texts_so_that_they_can_be_checked() -> None:
    pair = factory.comparison()
    text = page(replace(pair, source=replace(pair.source, url="https://agence.example/1"))).text
    for article in (pair.derived, pair.source):
        assert text_hash(article.text) in text
        assert article.id in text
    assert "https://agence.example/1" in text
    assert "2031-03-03T18:05:00Z" in text


def test_every_edit_stands_with_its_offsets_on_both_sides() -> None:
    pair = factory.comparison()
    text = page(pair).text
    for passage in pair.passages:
        for edit in passage.edits:
            assert f"B {edit.derived.start}–{edit.derived.end}" in text
            assert f"A {edit.source.start}–{edit.source.end}" in text


@pytest.mark.parametrize("lang", CODES)
def test_the_source_is_text_a_and_stands_first_in_every_section(lang: str) -> None:
    pair = factory.comparison()
    text = page(pair, lang, full=True).text
    first, second = ({"en": "Text", "fr": "Texte"}[lang] + letter for letter in (" A", " B"))
    assert pair.source.outlet
    assert pair.derived.outlet
    heads = re.findall(rf"({first}|{second}) – [^(]*\(([^,]+),", text)
    assert len(heads) > 6
    assert heads == [(first, pair.source.outlet), (second, pair.derived.outlet)] * (len(heads) // 2)


def test_positions_and_similarity_are_explained() -> None:
    text = page().text
    assert "“A 114–936”: characters 114 to 936 of text A." in text
    assert "Similarity: the share of identical words" in text


def test_whole_texts_only_when_asked_for() -> None:
    pair = factory.comparison()
    long = replace(pair.derived, text=pair.derived.text + "\n\nUn dernier mot qui n'est pas partagé.")
    pair = replace(pair, derived=long)
    assert "Un dernier mot" not in page(pair).text
    assert "Un dernier mot" in page(pair, full=True).text


@pytest.mark.parametrize("lang", CODES)
def test_what_is_not_seen_stands_on_the_page(lang: str) -> None:
    for line in phrases(lang).say("dossier.unseen_list").strip().splitlines():
        assert line in page(lang=lang).text


def test_only_addresses_of_the_web_are_links() -> None:
    pair = factory.comparison()
    for url, linked in (
        ("https://a.example/x?y=1&z=2", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
    ):
        read = page(replace(pair, source=replace(pair.source, url=url)))
        links = [attributes["href"] for tag, attributes in read.tags if tag == "a"]
        assert links == ([url] if linked else [])
        assert url in read.text
        assert all(urlsplit(link or "").scheme == "https" for link in links)


def test_two_texts_that_share_nothing() -> None:
    pair = replace(factory.comparison(), passages=(), blocks=(), headline=None)
    assert "These two texts share no passage." in page(pair).text


@pytest.mark.parametrize("direction", ["unknown", "derived_first"])
def test_without_a_direction_nothing_was_added(direction: Direction) -> None:
    pair = replace(factory.comparison(), direction=direction)
    assert "added" not in page(pair).text.lower()
    assert "B only" in page(pair).text
    assert "Added, absent, moved" in page().text


def test_what_little_shared_texts_lack_is_counted_not_cited() -> None:
    pair = replace(factory.comparison(), shares=Shares(0.1, 0.0, 0.9))
    assert "Les marchands" not in page(pair).text
    assert "1 paragraph" in page(pair).text


def test_a_cut_source_is_said() -> None:
    pair = factory.comparison()
    assert "Text A is known to be incomplete" in page(replace(pair, source=replace(pair.source, complete=False))).text


def test_the_style_knows_print_dark_and_narrow() -> None:
    style = page().style
    for query in ("@media print", "prefers-color-scheme: dark", "max-width: 40rem", "size: A4"):
        assert query in style


NASTY = st.text(st.characters(exclude_categories=[]), max_size=30) | st.sampled_from(
    ["<script>x</script>", "</style>", '" onload="x', "&amp;", "]]>", "<!--", "\x00\x1b[31m", "\ud800"]
)


@settings(max_examples=40, deadline=None)
@given(nasty=NASTY, full=st.booleans())
def test_whatever_the_articles_hold_stays_words(nasty: str, full: bool) -> None:
    pair = factory.comparison()
    pair = replace(
        pair,
        derived=replace(pair.derived, id=nasty, outlet=nasty, byline=nasty, url=nasty, text=pair.derived.text + nasty),
        headline=replace(pair.headline, derived=nasty, edits=()) if pair.headline else None,
    )
    read = page(pair, full=full)
    assert not FETCHING & {tag for tag, _ in read.tags}
    assert not re.search("[\x00-\x08\x0b\x0e-\x1f]", read.text)
