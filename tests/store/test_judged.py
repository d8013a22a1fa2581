"""What was found of some articles replaces what was found of them before, and of no others."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sourcier.core.errors import LedgerBusy
from sourcier.core.family import Family
from sourcier.core.passage import Passage
from sourcier.store.ledger import Ledger
from tests import factory
from tests.store import stories

_TABLES = ("passages", "edits", "families", "family_articles", "edges", "reasons", "blocks", "overviews", "differences")


def _numbers(ledger: Ledger, ids: dict[str, str]) -> dict[str, int]:
    of = {each.id: each.number for each in ledger.known()}
    return {name: of[id_] for name, id_ in ids.items()}


def _rows(path: Path) -> dict[str, int]:
    with sqlite3.connect(path) as db:
        return {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _TABLES}  # noqa: S608


def _story(ledger: Ledger, ids: dict[str, str]) -> tuple[tuple[Passage, ...], Family]:
    found = stories.lineage(ledger, ids)
    return found.passages, next(family for family in found.families if family.id == ids["b"])


def test_judged_one_by_one_it_is_as_saved_at_once(ledger: Ledger, path: Path) -> None:
    ids = stories.told(ledger)
    whole, rows = ledger.lineage(), _rows(path)
    overviews = [ledger.overview(ids[name]) for name in "bc"]
    assert whole is not None
    numbers = _numbers(ledger, ids)
    for names in ("cd", "e", "ab", "cd"):
        family = next((each for each in whole.families if ids[names[0]] in each.articles), None)
        passages = [each for each in whole.passages if family and each.derived in family.articles]
        seen = [each for each in stories.overviews(ids) if family and each.family == family.id]
        ledger.save_judged([numbers[name] for name in names], passages, [family] if family else [], seen)
    assert ledger.lineage() == whole
    assert _rows(path) == rows
    assert [ledger.overview(ids[name]) for name in "bc"] == overviews
    assert ledger.check() == []


def test_what_is_shared_without_reuse_is_replaced_alone(ledger: Ledger, path: Path) -> None:
    ids = stories.told(ledger)
    numbers = _numbers(ledger, ids)
    before, rows = ledger.lineage(), _rows(path)
    assert before is not None
    reuse = next(each for each in before.passages if each.kind == "reuse" and each.edits)
    holder = next(name for name, id_ in ids.items() if id_ == reuse.derived)
    footer = replace(reuse, kind="boilerplate", edits=())
    ledger.mark(unjudged=[numbers[holder]])
    ledger.save_aside([numbers[holder]], [footer])
    assert ledger.unjudged() == []
    found = ledger.lineage()
    assert found is not None
    assert set(found.passages) == {*before.passages, footer}
    assert found.families == before.families
    ledger.save_aside([numbers[holder]], ())
    assert ledger.lineage() == before
    assert _rows(path) == rows


def test_of_articles_that_share_nothing_any_more_nothing_is_left(ledger: Ledger, path: Path) -> None:
    ids = stories.told(ledger)
    numbers = _numbers(ledger, ids)
    ledger.mark(unjudged=[numbers["a"], numbers["b"], numbers["e"]])
    ledger.save_judged([numbers["a"], numbers["b"]], (), ())
    assert ledger.unjudged() == [numbers["e"]]
    found = ledger.lineage()
    assert found is not None
    assert (found.passages, [family.id for family in found.families]) == ((), [ids["c"]])
    counted = _rows(path)
    assert (counted["edits"], counted["reasons"], counted["blocks"], counted["differences"]) == (0, 0, 0, 0)
    assert (counted["overviews"], counted["edges"]) == (1, 1)


def test_another_of_a_family_that_goes_is_to_be_judged(ledger: Ledger) -> None:
    ids = stories.told(ledger)
    numbers = _numbers(ledger, ids)
    ledger.save_judged([numbers["c"]], (), ())
    assert ledger.unjudged() == [numbers["d"]]
    ledger.save_judged([numbers["d"]], (), ())
    assert ledger.unjudged() == []


def test_the_others_of_a_family_are_to_be_judged_when_one_is_removed(ledger: Ledger) -> None:
    ids = stories.told(ledger)
    numbers = _numbers(ledger, ids)
    ledger.remove(ids["c"])
    assert ledger.unjudged() == [numbers["d"]]
    assert ledger.stale()


def test_passages_that_others_took_stay(ledger: Ledger) -> None:
    ids = stories.told(ledger)
    numbers = _numbers(ledger, ids)
    passages, family = _story(ledger, ids)
    ledger.save_judged([numbers["b"]], (), ())
    found = ledger.lineage()
    assert found is not None
    assert found.passages == passages
    assert family.id not in {each.id for each in found.families}


def test_what_was_found_of_an_article_that_is_gone_changes_nothing(ledger: Ledger) -> None:
    ids = stories.told(ledger)
    before, numbers = ledger.lineage(), _numbers(ledger, ids)
    passages, family = _story(ledger, ids)
    with pytest.raises(LedgerBusy, match="changed while it was being analysed"):
        ledger.save_judged([numbers["a"], numbers["b"]], [replace(passages[0], source="0" * 12)], [family])
    assert ledger.lineage() == before


def test_passages_come_by_time_and_place_whatever_was_judged_first(ledger: Ledger) -> None:
    moments = {"a": "2031-03-04", "b": "2031-03-03", "z": None, "u": None, "c": "2031-03-04T10:00:00+02:00"}
    words = "un deux trois quatre cinq six"
    texts = [factory.article(name, f"{words} {name}", path=name, published=at) for name, at in moments.items()]
    ids = dict(zip(moments, next(iter(ledger.add(texts))).ids, strict=True))
    numbers = _numbers(ledger, ids)
    articles = {name: ledger.article(id_) for name, id_ in ids.items()}
    undated = sorted("zu", key=ids.__getitem__)
    expected = [
        factory.passage(articles[derived], articles[source], here)
        for derived, source, here in (
            ("a", "b", "deux"), ("a", "c", "deux"), ("a", undated[0], "deux"), ("a", "b", "trois"),
            ("c", "b", "un"), (undated[0], "a", "deux"), (undated[1], "b", "un"),
        )
    ]  # fmt: skip
    for name in ("u", "c", "a", "z"):
        own = [each for each in expected if each.derived == ids[name]]
        ledger.save_judged([numbers[name]], own[::-1], ())
    ledger.finish(version=1)
    ledger.save_pairs([(number, 1) for number in ledger.pending()], [], [])
    assert ledger.finish(version=1)
    found = ledger.lineage()
    assert found is not None
    assert list(found.passages) == expected
    assert list(ledger.around("a").passages) == expected[:4]
    assert list(ledger.around("b").later_passages) == [each for each in expected if each.source == ids["b"]]
