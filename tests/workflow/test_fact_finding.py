"""The facts of a ledger's articles: read once, again where stale, whatever stops the run."""

from dataclasses import replace
from pathlib import Path

import pytest

from sourcier.core.facts import Facts
from sourcier.core.problem import Problem
from sourcier.store.ledger import Ledger
from sourcier.workflow import fact_finding
from sourcier.workflow.fact_finding import catch_up, facts_of, maker, read_all
from sourcier.workflow.read import read_article
from tests import factory, factory_facts


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    opened = Ledger(tmp_path / "sourcier.db")
    articles = [
        factory.article(f"{n}.txt", f"{factory_facts.TEXT} Et {n + 2} barques.", published="2031-03-04", language="fr")
        for n in range(6)
    ]  # fmt: skip
    list(opened.add(replace(each, path=each.id) for each in articles))
    return opened


def test_each_article_is_read_once(ledger: Ledger) -> None:
    steps: list[tuple[str, int, int | None]] = []
    assert read_all(ledger, lambda *step: steps.append(step)) == 6
    assert steps == [("facts", done, 6) for done in range(6)]
    for article in ledger.articles():
        found = ledger.facts(article.id, maker())
        assert isinstance(found, Facts)
        assert found.dates
        assert found == facts_of(ledger, article.id)
    assert read_all(ledger) == 0


def test_other_processes_find_the_same(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    catch_up(ledger, processes=1)
    ids = [each.id for each in ledger.articles()]
    here = [ledger.facts(each, maker()) for each in ids]
    ordered = fact_finding.ordered
    monkeypatch.setattr(fact_finding, "ordered", lambda job, tasks, _: ordered(job, tasks, 2, after=0.0))
    monkeypatch.setattr(fact_finding, "maker", lambda _: maker()._replace(version=1))
    assert catch_up(ledger) == 6
    assert [ledger.facts(each, maker()._replace(version=1)) for each in ids] == here


def test_a_run_that_is_stopped_keeps_what_was_read(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_step: str, done: int, _total: int | None) -> None:
        if done == 4:
            raise KeyboardInterrupt

    monkeypatch.setattr(fact_finding, "_SAVED", 2)
    with pytest.raises(KeyboardInterrupt):
        read_all(ledger, stop)
    assert ledger.unread_count(maker()) == 2
    assert read_all(ledger) == 2


def test_a_correction_of_the_date_reads_the_article_anew(ledger: Ledger) -> None:
    read_all(ledger)
    article = next(iter(ledger.articles()))
    before = facts_of(ledger, article.id)
    ledger.correct(article.id, "published", "2032-01-01")
    assert ledger.unread_count(maker()) == 1
    after = facts_of(ledger, article.id)
    assert isinstance(before, Facts)
    assert isinstance(after, Facts)
    assert [each.value for each in before.dates] != [each.value for each in after.dates]
    assert ledger.unread_count(maker()) == 0


def test_why_an_article_is_not_read_is_kept(ledger: Ledger) -> None:
    article = next(iter(ledger.articles()))
    ledger.correct(article.id, "language", "de")
    assert read_all(ledger) == 6
    found = facts_of(ledger, article.id)
    assert isinstance(found, Problem)
    assert "de" in found.message
    assert read_all(ledger) == 0


def test_an_article_that_breaks_a_reader_costs_that_one_alone(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    bad, read = next(iter(ledger.articles())).id, read_article

    def broken(article: object, taken: object, own: object) -> object:
        if getattr(article, "id", "") == bad:
            raise ZeroDivisionError("a\nfault")
        return read(article, taken, own)  # type: ignore[arg-type]

    monkeypatch.setattr("sourcier.workflow.read.read_article", broken)
    assert catch_up(ledger, processes=1) == 6
    problem = ledger.facts(bad, maker())
    assert isinstance(problem, Problem)
    assert problem.message == "this article cannot be read: a fault"


def test_a_ledger_that_another_program_writes_is_still_told_of(ledger: Ledger, tmp_path: Path) -> None:
    article = next(iter(ledger.articles()))
    with Ledger(tmp_path / "sourcier.db", wait=0.01) as reader, ledger._writing():
        assert isinstance(facts_of(reader, article.id), Facts)
    assert ledger.unread_count(maker()) == 6
