"""The facts on the page of an article: marks in its text and tables beside it."""

from pathlib import Path

import pytest

from sourcier.core.article import Article
from sourcier.core.date import Date
from sourcier.core.facts import Facts
from sourcier.core.number import Number
from sourcier.core.problem import Problem
from sourcier.core.span import Span
from sourcier.lang.interface import phrases
from sourcier.web.contexts.article_facts import article_facts
from tests import factory
from tests.factory_facts import TEXT, facts
from tests.web import filled
from tests.web.visiting import client

EN = phrases("en")
AS_JSON = {"accept": "application/json"}


def with_dates(*spans: Span) -> Facts:
    dates = tuple(Date(span, None, "day", "publication", "d") for span in spans)
    return Facts((), (), (), (), dates, (), None, ())


def test_each_mention_is_marked_once_and_its_row_leads_there() -> None:
    shown = article_facts(Article("a", TEXT), facts(), EN)
    assert '<mark class="p0" id="fact-2">Anselme Karivolo</mark>' in shown.text
    people = shown.tables[0]
    assert people.lines[0].cells[0] == "Anselme Karivolo"
    assert people.lines[0].marks == (1, 2, 6), "the office, then both mentions"
    assert all(
        f'id="fact-{number}"' in shown.text for table in shown.tables for line in table.lines for number in line.marks
    )


def test_a_mark_goes_on_in_the_next_paragraph() -> None:
    shown = article_facts(Article("a", "un lundi\nmatin de mars"), with_dates(Span(3, 14)), EN)
    assert (
        shown.text == '<p>un <mark class="p4" id="fact-1">lundi</mark></p><p><mark class="p4">matin</mark> de mars</p>'
    )


def test_of_two_that_overlap_the_first_is_marked_and_both_have_a_row() -> None:
    number = Number(Span(3, 12), "count", 2.0, None, "exact", "b", None, "n")
    found = Facts((), (), (), (), with_dates(Span(0, 6)).dates, (number,), None, ())
    shown = article_facts(Article("a", "lundi deux b"), found, EN)
    assert shown.text.count("<mark") == 1
    assert [line.marks for table in shown.tables for line in table.lines] == [(1,), ()]


def test_what_the_text_says_is_escaped() -> None:
    shown = article_facts(Article("a", "<b>lundi</b>"), with_dates(Span(3, 8)), EN)
    assert shown.text == '<p>&lt;b&gt;<mark class="p4" id="fact-1">lundi</mark>&lt;/b&gt;</p>'


def test_a_text_that_nothing_reads_says_why() -> None:
    shown = article_facts(Article("a", "Ships & men."), Problem("engine", "a", "no engine reads the language en"), EN)
    assert (shown.tables, shown.problems) == ((), ("no engine reads the language en",))
    assert shown.text == "<p>Ships &amp; men.</p>"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    told = "Au moins vingt navires attendaient lundi dans le port de Kolmari, ville inventée, dit le syndic du port."
    filled.keep(path, [factory.article("a.txt", told, path="a.txt", language="fr", published="2031-03-06")])
    return path


def test_the_page_has_a_layer_of_facts(ledger: Path) -> None:
    with client(ledger) as browser:
        (item,) = browser.get("/articles", headers=AS_JSON).json()["items"]
        plain = browser.get(f"/articles/{item['id']}").text
        html = browser.get(f"/articles/{item['id']}?layer=facts").text
        found = browser.get(f"/articles/{item['id']}?layer=facts", headers=AS_JSON).json()
        without = browser.get(f"/articles/{item['id']}", headers=AS_JSON).json()
    assert "layer=facts" in plain
    assert 'id="facts-dates"' not in plain
    assert 'id="facts-dates"' in html
    assert ">lundi</mark>" in html
    assert found["facts"]["dates"][0]["value"] == "2031-03-03"
    assert "facts" not in without
