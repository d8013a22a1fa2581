from dataclasses import replace

import pytest

from sourcier.core.errors import InputError, UnknownArticle
from sourcier.core.moment import Moment
from sourcier.core.span import Span
from sourcier.store.ledger import Ledger
from tests import factory


@pytest.fixture
def key(ledger: Ledger) -> str:
    (added,) = ledger.add([factory.pair()[0]])
    return added.ids[0]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("outlet", " Radio  Inventée ", "Radio Inventée"),
        ("url", "https://radio.example/a", "https://radio.example/a"),
        ("byline", None, None),
        ("byline", "", None),
        ("published", "2031-03", Moment("2031-03")),
        ("published", None, None),
        ("language", "en", "en"),
        ("complete", "no", False),
        ("title", "Un titre qui n'est pas dans le texte", "Un titre qui n'est pas dans le texte"),
    ],
)
def test_a_field_can_be_set(ledger: Ledger, key: str, field: str, value: str | None, expected: object) -> None:
    assert getattr(ledger.correct(key, field, value), field) == expected
    assert getattr(next(ledger.articles()), field) == expected
    assert ledger.article(key).id == key
    assert ledger.check() == []


def test_a_title_that_stands_in_the_text_has_its_span(ledger: Ledger, key: str) -> None:
    text = ledger.article(key).text
    article = ledger.correct(key, "title", "le port respire")
    assert article.title_span is not None
    assert article.title_span.of(text) == "le port respire"
    assert ledger.correct(key, "title", "Ailleurs").title_span is None
    assert ledger.correct(key, "title", None).title is None
    ledger.undo(key, "title")
    ledger.undo(key, "title")
    assert ledger.undo(key, "title").title_span == Span(0, len("Sainte-Aurore : le port respire"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", "x"),
        ("id", "x"),
        ("published", "hier"),
        ("language", "français"),
        ("complete", "maybe"),
        ("complete", None),
    ],
)
def test_what_cannot_be_is_refused(ledger: Ledger, key: str, field: str, value: str | None) -> None:
    with pytest.raises(InputError):
        ledger.correct(key, field, value)
    assert ledger.corrections() == []


def test_an_unknown_article_cannot_be_set(ledger: Ledger) -> None:
    with pytest.raises(UnknownArticle):
        ledger.correct("nowhere", "outlet", "Le Phare")


def test_a_correction_survives_another_reading(ledger: Ledger, key: str) -> None:
    ledger.correct(key, "published", "2030-01-01", "Une relectrice")
    again = replace(factory.pair()[0], published=Moment("2029-12-31"))
    elsewhere = replace(again, id="b", path="ailleurs.txt", byline="Une plume")
    for article in (again, elsewhere):
        list(ledger.add([article]))
        assert ledger.article(key).published == Moment("2030-01-01")
    assert ledger.article(key).byline == "Une plume"
    ledger.undo(key, "published")
    assert ledger.article(key).published == Moment("2029-12-31")


def test_who_when_and_what_are_kept(ledger: Ledger, key: str) -> None:
    ledger.correct(key, "outlet", "Un", "Une relectrice")
    ledger.correct(key[:6], "outlet", "Deux")
    ledger.correct(key, "outlet", "Deux")
    ledger.undo(key, "outlet")
    first, second = ledger.corrections(key)
    assert (first.old, first.new, first.author, first.undone) == ("Le Phare inventé", "Un", "Une relectrice", None)
    assert (second.old, second.new, second.author) == ("Un", "Deux", None)
    assert second.undone == first.time == "2031-03-05T12:00:00+00:00"
    assert ledger.article(key).outlet == "Un"
    assert ledger.undo(key, "outlet").outlet == "Le Phare inventé"
    with pytest.raises(InputError, match="no correction of outlet"):
        ledger.undo(key, "outlet")
