"""Facts stay until their article, the readers or the gazetteer change, and go with it to the last byte."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sourcier.core.article import Article
from sourcier.core.errors import UnknownArticle
from sourcier.core.problem import Problem
from sourcier.core.span import Span
from sourcier.store.facts import Maker, entry
from sourcier.store.ledger import Ledger
from tests import factory, factory_facts

MAKER = Maker(1, "a")
_FACTS = factory_facts.facts()


def _article(id_: str = "a.txt", text: str = factory_facts.TEXT) -> Article:
    return replace(factory.article(id_, text, published="2031-03-04", language="fr"), path=id_)


def _kept(ledger: Ledger, *articles: Article) -> list[tuple[int, str]]:
    """Store articles with the same facts; return number and id of each."""
    list(ledger.add(articles or (_article(),)))
    found = ledger.numbered(ledger.unread(MAKER))
    assert ledger.save_facts([entry(number, each, _FACTS) for number, each in found], MAKER)
    return [(number, each.id) for number, each in found]


def test_they_are_kept_with_the_article(ledger: Ledger, path: Path) -> None:
    ((_, id_),) = _kept(ledger)
    assert ledger.facts(id_, MAKER) == _FACTS
    assert ledger.unread(MAKER) == []
    with Ledger(path) as again:
        assert again.facts(id_, MAKER) == _FACTS


@pytest.mark.parametrize("other", [Maker(2, "a"), Maker(1, "b")])
def test_those_of_another_version_or_gazetteer_are_stale(ledger: Ledger, other: Maker) -> None:
    ((number, id_),) = _kept(ledger)
    assert ledger.facts(id_, other) is None
    assert (ledger.unread(other), ledger.unread_count(other)) == ([number], 1)


@pytest.mark.parametrize(("field", "value", "stale"), [
    ("published", "2031-03-05", True), ("language", "en", True), ("title", "Un autre titre", False),
    ("outlet", "Un autre média inventé", False),
])  # fmt: skip
def test_they_go_when_what_they_lean_on_changes(ledger: Ledger, field: str, value: str, stale: bool) -> None:
    ((number, _),) = _kept(ledger)
    ledger.correct(ledger.numbered([number])[0][1].id, field, value)
    assert (ledger.unread(MAKER) == [number]) is stale


def test_what_was_read_before_a_change_is_not_kept(ledger: Ledger) -> None:
    list(ledger.add([_article()]))
    ((number, before),) = ledger.numbered(ledger.unread(MAKER))
    ledger.correct(before.id, "published", "2031-03-05")
    assert ledger.save_facts([entry(number, before, _FACTS)], MAKER) == []
    assert ledger.save_facts([entry(99, before, _FACTS)], MAKER) == []
    assert ledger.unread(MAKER) == [number]


def test_versions_of_a_page_have_their_own(ledger: Ledger) -> None:
    changed = _article("b.txt", factory_facts.TEXT.replace("vingt", "trente"))
    kept = _kept(ledger, _article(), changed)
    bare = replace(_FACTS, people=(), offices=())
    number, id_ = kept[1]
    ledger.save_facts([entry(number, ledger.article(id_), bare)], MAKER)
    assert [ledger.facts(each, MAKER) for _, each in kept] == [_FACTS, bare]


def test_why_an_article_has_none_is_kept_too(ledger: Ledger) -> None:
    list(ledger.add([_article()]))
    ((number, article),) = ledger.numbered(ledger.unread(MAKER))
    why = Problem("engine", article.id, "nothing reads it", "wait")
    ledger.save_facts([entry(number, article, why)], MAKER)
    assert ledger.facts(article.id, MAKER) == Problem("facts", article.id, "nothing reads it", "wait")
    assert ledger.unread(MAKER) == []
    assert list(ledger.facts_of([number])) == []
    with pytest.raises(UnknownArticle):
        ledger.facts("ffff", MAKER)


def test_a_removal_takes_them_along(ledger: Ledger, path: Path) -> None:
    ((number, id_), (_, other)) = _kept(ledger, _article(), _article("b.txt", f"{factory_facts.TEXT} Bis."))
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (kept,) = db.execute("SELECT found FROM facts WHERE article = ?", (number,)).fetchone()
    assert path.read_bytes().count(kept[:64]) == 2
    ledger.remove(id_)
    assert path.read_bytes().count(kept[:64]) == 1
    ledger.remove(other)
    assert kept[:64] not in b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_facts_that_do_not_lie_in_the_text_are_found_and_dropped(ledger: Ledger) -> None:
    ((number, id_),) = _kept(ledger)
    assert ledger.check() == []
    far = replace(_FACTS, dates=(replace(_FACTS.dates[0], span=Span(0, len(factory_facts.TEXT) + 1)),))
    ledger.save_facts([entry(number, ledger.article(id_), far)], MAKER)
    (problem,) = ledger.check()
    assert (problem.stage, problem.where) == ("facts", id_)
    assert "does not stand in it" in problem.message
    ledger.forget_wrong_facts()
    assert (ledger.check(), ledger.unread(MAKER)) == ([], [number])


def test_damaged_ones_are_found_and_those_of_another_shape_are_not(ledger: Ledger, path: Path) -> None:
    ((_, id_),) = _kept(ledger)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE facts SET found = substr(found, 1, 40)")
    assert ["damaged" in each.message for each in ledger.check()] == [True]
    with sqlite3.connect(path) as db:
        db.execute("UPDATE facts SET found = x'0011223344556677'")
    assert ledger.check() == []
    assert ledger.facts(id_, MAKER) is None
