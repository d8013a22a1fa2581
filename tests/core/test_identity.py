import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.core.article import Article
from sourcier.core.identity import identity, merge
from sourcier.core.moment import Moment
from sourcier.core.span import Span

_NAMES = st.sampled_from([None, "Le Phare inventé", "LE PHARE  INVENTÉ", "Radio Inventée"])
_URLS = st.sampled_from([None, "https://phare.example/a", "http://PHARE.example/a/#suite", "https://phare.example/b"])
_READINGS = st.lists(
    st.builds(
        lambda path, text, outlet, url, more: Article(
            path, text, outlet=outlet, url=url, path=path, locations=(path,), **more
        ),
        st.sampled_from(["a.txt", "b.txt", "c.txt", "d.txt"]),
        st.sampled_from(["Un texte.", "Un autre texte."]),
        _NAMES,
        _URLS,
        st.fixed_dictionaries(
            {
                "title": st.sampled_from([None, "Un", "Deux"]),
                "published": st.sampled_from([None, Moment("2031-03"), Moment("2031-03-04")]),
                "complete": st.booleans(),
                "links": st.sampled_from([(), ("https://x.example",), ("https://y.example", "https://x.example")]),
            }
        ),
    ),
    max_size=8,
)


def _article(path: str, outlet: str | None = None, url: str | None = None, text: str = "Un texte.") -> Article:
    return Article(path, text, outlet=outlet, url=url, path=path, locations=(path,))


@settings(deadline=None)
@given(_READINGS, st.randoms())
def test_another_order_gives_the_same_articles(readings: list[Article], order: random.Random) -> None:
    shuffled = readings.copy()
    order.shuffle(shuffled)
    assert merge(shuffled) == merge(readings)


@settings(deadline=None)
@given(_READINGS)
def test_merging_twice_changes_nothing(readings: list[Article]) -> None:
    once = merge(readings)
    assert merge(once) == once


@settings(deadline=None)
@given(_READINGS)
def test_no_place_and_no_text_is_lost(readings: list[Article]) -> None:
    places = {(reading.text, reading.path) for reading in readings}
    assert {(article.text, path) for article in merge(readings) for path in article.locations} == places


@settings(deadline=None)
@given(_READINGS)
def test_articles_that_are_told_apart_have_identities_of_their_own(readings: list[Article]) -> None:
    articles = merge(readings)
    assert len({identity(article) for article in articles}) == len(articles)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_article("a", "Le Phare"), _article("b", "LE  phare")),
        (_article("a", None, "https://phare.example/a"), _article("b", "Le Phare", "http://phare.example/a/#suite")),
        (_article("a"), _article("a")),
        (_article("a"), _article("a", "Le Phare")),
    ],
)
def test_one_article_met_twice(one: Article, other: Article) -> None:
    (article,) = merge([other, one])
    assert article.id == "a"
    assert article.locations == tuple(sorted({one.id, other.id}))
    assert article.outlet in {None, one.outlet, other.outlet}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_article("a", "Le Phare"), _article("b", "Radio Inventée")),
        (_article("a", "Le Phare"), _article("b")),
        (_article("a"), _article("b")),
        (_article("a", "Le Phare"), _article("b", "Le Phare", text="Un autre texte.")),
        (_article("a", "Le Phare", "https://x.example/a"), _article("b", None, "https://x.example/b")),
    ],
)
def test_a_reprint_stays(one: Article, other: Article) -> None:
    assert merge([other, one]) == [one, other]


def test_a_third_reading_can_show_that_two_are_one() -> None:
    by_outlet, by_url = _article("a", "Le Phare"), _article("b", None, "https://phare.example/a")
    both = _article("c", "Le Phare", "https://phare.example/a")
    assert len(merge([by_outlet, by_url])) == 2
    assert [article.locations for article in merge([by_outlet, by_url, both])] == [("a", "b", "c")]


def test_a_place_that_two_outlets_share_says_nothing() -> None:
    numbered = [_article("1", "Le Phare"), _article("1", "Radio Inventée"), _article("1")]
    assert len(merge(numbered)) == 3


def test_what_one_reading_lacks_comes_from_the_next() -> None:
    first = Article("a", "Titre\nTexte", outlet="Le Phare", complete=True, links=("https://x.example",), path="a")
    second = Article(
        "b", "Titre\nTexte", title="Titre", title_span=Span(0, 5), outlet="Le Phare", byline="Une plume",
        published=Moment("2031-03-04"), language="fr", complete=False, links=("https://y.example",), path="b", raw=b"!",
    )  # fmt: skip
    (article,) = merge([second, first])
    assert (article.id, article.path, article.locations) == ("a", "a", ("a", "b"))
    assert (article.title, article.title_span, article.byline) == ("Titre", Span(0, 5), "Une plume")
    assert (article.published, article.language, article.raw) == (Moment("2031-03-04"), "fr", b"!")
    assert article.links == ("https://x.example", "https://y.example")
    assert not article.complete


def test_the_identity_follows_outlet_then_address_then_place() -> None:
    assert identity(_article("a", "Le Phare", "https://x.example")) == identity(_article("b", "LE PHARE"))
    assert identity(_article("a", None, "https://x.example/")) == identity(_article("b", None, "http://x.example"))
    assert identity(_article("a")) == identity(_article("a")) != identity(_article("b"))
    assert identity(_article("a", "x")) != identity(_article("a", None, "x")) != identity(_article("x"))
    assert identity(_article("a", text="\ud800"))
