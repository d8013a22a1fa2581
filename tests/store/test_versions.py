import random
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sourcier.core.article import Article
from sourcier.core.moment import Moment
from sourcier.core.outlet import Outlet
from sourcier.store import pages
from sourcier.store.ledger import Ledger
from tests.store.conftest import older
from tests.store.paged import ADDRESS, ANOTHER, FIRST, SECOND, THIRD, capture, history


def _paths(ledger: Ledger, key: str) -> list[str | None]:
    return [each.article.path for each in ledger.versions(key)]


def test_texts_of_one_page_are_kept_and_listed_in_order_of_time(ledger: Ledger) -> None:
    (added,) = ledger.add(history())
    assert (added.new, added.versions, len(ledger)) == (3, 2, 3)
    for key in added.ids:
        assert _paths(ledger, key) == ["a.html", "b.html", "c.html"]
    first = ledger.versions("a.html")[0]
    assert (first.position, first.time, first.basis) == (1, Moment("2031-03-04T08:00:00Z"), "captured")
    assert ledger.version_groups() == [tuple(reversed(added.ids))]
    places = ledger.version_places(added.ids)
    assert [(places[id_].position, places[id_].count) for id_ in added.ids] == [(3, 3), (2, 3), (1, 3)]


@pytest.mark.parametrize("seed", range(4))
def test_another_order_of_arrival_gives_the_same_versions(ledger: Ledger, seed: int) -> None:
    texts = [
        *history(),
        capture("d.html", ANOTHER, "2031-03-04T09:00:00Z"),
        capture("e.html", FIRST, None, None, outlet="B"),
    ]
    random.Random(seed).shuffle(texts)
    added = [batch.versions for batch in ledger.add(texts, batch=1)]
    assert sum(added) == 2
    assert _paths(ledger, "b.html") == ["a.html", "b.html", "c.html"]
    assert ledger.versions("d.html") == ledger.versions("e.html") == []


def test_without_captures_the_publication_orders_them_else_when_they_were_met(ledger: Ledger) -> None:
    texts = [
        replace(capture("a", FIRST, None), published=Moment("2031-03-05")),
        replace(capture("b", SECOND, None), published=Moment("2031-03-04")),
        capture("c", THIRD, None),
    ]
    list(ledger.add(texts))  # on 5 March at 12
    assert [(each.article.path, each.basis) for each in ledger.versions("a")] == [
        ("b", "published"), ("a", "published"), ("c", "first_seen"),
    ]  # fmt: skip


def test_what_is_known_already_is_no_new_version(ledger: Ledger) -> None:
    list(ledger.add(history()))
    (again,) = ledger.add([capture("z.html", FIRST, "2031-03-05T08:00:00Z")])
    assert (again.new, again.known, again.versions) == (0, 1, 0)
    (more,) = ledger.add([capture("y.html", f"{THIRD} Et le reste.", "2031-03-06"), capture("x", ANOTHER, None, None)])
    assert (more.new, more.versions) == (2, 1)


def test_one_text_at_one_page_is_one_article_whatever_the_link(ledger: Ledger) -> None:
    def linked(path: str, url: str) -> Article:
        return replace(capture(path, FIRST, None, url), outlet=None)

    (added,) = ledger.add([linked("a", f"{ADDRESS}?utm_source=x"), linked("b", f"{ADDRESS}/")])
    assert (added.new, len(ledger)) == (1, 1)


def test_another_outlet_and_a_front_page_have_no_versions(ledger: Ledger) -> None:
    front = [
        capture("a", FIRST, None, "https://phare.example/"),
        capture("b", SECOND, None, "https://phare.example/#b"),
    ]
    list(ledger.add([*front, capture("c", FIRST, None, outlet="Le Matin inventé"), capture("d", SECOND, None)]))
    assert ledger.version_groups() == []


def test_corrections_bring_a_text_to_a_page_and_take_it_away(ledger: Ledger) -> None:
    list(ledger.add([*history()[1:], capture("c.html", THIRD, "2031-03-04T18:00:00Z", None)]))
    assert _paths(ledger, "a.html") == ["a.html", "b.html"]
    ledger.correct("c.html", "url", ADDRESS)
    assert _paths(ledger, "a.html") == ["a.html", "b.html", "c.html"]
    ledger.undo("c.html", "url")
    assert _paths(ledger, "a.html") == ["a.html", "b.html"]
    ledger.correct("b.html", "url", None)
    assert _paths(ledger, "a.html") == _paths(ledger, "b.html") == []


def test_the_register_makes_one_outlet_of_two_names(ledger: Ledger) -> None:
    list(ledger.add([capture("a", FIRST, "2031-03-04"), capture("b", SECOND, "2031-03-05", outlet="Phare (site)")]))
    assert ledger.version_groups() == []
    ledger.register(Outlet("Le Phare inventé", ("Phare (site)",)))
    assert _paths(ledger, "a") == ["a", "b"]
    ledger.unregister("Le Phare inventé")
    assert ledger.version_groups() == []


def test_removing_one_version_keeps_the_others(ledger: Ledger) -> None:
    list(ledger.add(history()))
    ledger.remove("a.html")
    assert _paths(ledger, "c.html") == ["b.html", "c.html"]
    ledger.remove("c.html")
    assert ledger.versions("b.html") == []
    assert ledger.article("b.html").text == SECOND


def test_an_address_with_more_texts_than_a_page_has_is_no_page(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST", 2)
    list(ledger.add(history(), batch=1))
    assert ledger.version_groups() == []
    ledger.remove("a.html")
    assert _paths(ledger, "c.html") == ["b.html", "c.html"]


def test_a_ledger_of_before_learns_its_versions_when_it_is_opened(path: Path) -> None:
    older(path, 4)
    with sqlite3.connect(path) as db:
        for number, (text, day) in enumerate(((FIRST, 4), (SECOND, 5)), 1):
            values = (number, f"{number:012}", f"{ADDRESS}#{number}", f"2031-03-0{day}", f"{number}.html", "", text)
            columns = "number, id, url, published, path, hash, text, complete, links"
            db.execute(f"INSERT INTO articles ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, 1, '[]')", values)  # noqa: S608
            row = (f"{number:012}", f"{number}.html", "2031-03-05T12:00:00+00:00")
            db.execute("INSERT INTO locations (article, path, first_seen) VALUES (?, ?, ?)", row)
    with Ledger(path) as ledger:
        assert _paths(ledger, "1.html") == ["1.html", "2.html"]


def test_a_page_is_found_by_its_index(ledger: Ledger) -> None:
    list(ledger.add(history()))
    for sql in (pages._TEXTS.replace("?", "1"), pages._FORGET.replace("?", "1")):
        plan = [row[3] for row in ledger._db.execute(f"EXPLAIN QUERY PLAN {sql}")]
        assert any("articles_page" in step for step in plan), plan
