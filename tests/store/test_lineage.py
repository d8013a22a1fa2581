import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from sourcier.core.article import Article
from sourcier.core.credit import Credit
from sourcier.core.errors import LedgerBusy
from sourcier.core.family import AbsentOrigin, Edge, Family, Searched, Shares
from sourcier.core.lineage import Lineage
from sourcier.core.passage import Passage
from sourcier.store.ledger import Ledger
from tests import factory
from tests.store import stories


def _stored(ledger: Ledger) -> tuple[Article, Article]:
    """Add the pair, and return it with the ledger's ids."""
    (added,) = ledger.add(factory.pair())
    derived, source = (ledger.article(key) for key in added.ids)
    return derived, source


def _lineage(derived: Article, source: Article) -> Lineage:
    passages = factory.passages(derived, source)
    quotation = factory.passage(derived, source, "Le port de Sainte-Aurore", kind="quotation", best=False)
    bare = Edge(derived.id, source.id, 0.1, None, "unknown", (), Credit("none_found"), (), (), None)
    backwards = replace(bare, delay=-timedelta(seconds=0.25))
    edges = (factory.edge(derived, source, passages), bare, backwards)
    shares = {source.id: Shares(0.0, 0.0, 1.0)}
    known = Family("f1", source.id, None, (source.id, derived.id), factory.searched(), edges, shares)
    absent = replace(
        known, id="f2", origin=None, absent_origin=AbsentOrigin(None, "trois textes le partagent"), edges=()
    )
    named = replace(
        absent, id="f3", absent_origin=AbsentOrigin("Agence inventée", "citée"), articles=(derived.id,), shares={}
    )
    return Lineage((quotation, *passages), (known, absent, named), factory.searched())


def test_lineage_comes_back_as_it_went_in(ledger: Ledger) -> None:
    assert ledger.lineage() is None
    lineage = _lineage(*_stored(ledger))
    stories.save(ledger, lineage)
    assert ledger.lineage() == lineage
    assert ledger.check() == []


def test_what_was_searched_is_counted_when_it_is_read(ledger: Ledger) -> None:
    derived, source = _stored(ledger)
    stories.save(ledger, _lineage(derived, source))
    list(ledger.add([factory.article("late", "Un texte tardif.", path="late", published="2031-03-09")]))
    searched = Searched(3, "2031-03-03T18:05:00Z", "2031-03-09")
    found = ledger.lineage()
    assert found is not None
    assert [found.searched, *(family.searched for family in found.families)] == [searched] * 4
    assert ledger.family("f1").searched == searched


def test_saving_replaces_all_of_it(ledger: Ledger, path: Path) -> None:
    derived, source = _stored(ledger)
    stories.save(ledger, _lineage(derived, source))
    smaller = Lineage(factory.passages(derived, source)[:1], (), factory.searched())
    stories.save(ledger, smaller)
    assert ledger.lineage() == smaller
    with sqlite3.connect(path) as db:
        for table in ("families", "family_articles", "edges", "reasons", "blocks"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608 -- names from here


def test_lineage_over_articles_that_are_gone_replaces_nothing(ledger: Ledger) -> None:
    derived, source = _stored(ledger)
    kept = _lineage(derived, source)
    stories.save(ledger, kept)
    gone = replace(kept.passages[0], derived="0" * 12)
    with pytest.raises(LedgerBusy, match="changed while it was being analysed"):
        stories.save(ledger, Lineage((gone,), (), factory.searched()))
    assert ledger.lineage() == kept


def test_it_is_stale_when_articles_or_the_version_changed(ledger: Ledger) -> None:
    derived, source = _stored(ledger)
    lineage = _lineage(derived, source)
    assert ledger.stale()
    stories.save(ledger, lineage, version=2)
    assert not ledger.stale(2)
    assert ledger.stale(3)
    list(ledger.add(factory.pair()))
    ledger.add_problems([])
    assert not ledger.stale(2)
    ledger.correct(derived.id, "outlet", "Radio Inventée")
    assert ledger.stale(2)
    stories.save(ledger, lineage, version=2)
    assert not ledger.stale(2)
    list(ledger.add([factory.article("new", "Un nouveau texte.", path="new")]))
    assert ledger.stale(2)
    assert not ledger.finish(version=2)


def test_an_article_that_gets_another_id_keeps_what_was_found(ledger: Ledger) -> None:
    derived, source = _stored(ledger)
    bare = factory.article("nu", "Un texte sans titre.", path="nu")
    (before,) = next(iter(ledger.add([bare]))).ids
    passage = factory.passage(ledger.article(before), source, "n")
    stories.save(ledger, Lineage((passage,), (), factory.searched()))
    (after,) = next(iter(ledger.add([replace(bare, outlet="Le Phare")]))).ids
    found = ledger.lineage()
    assert found is not None
    assert [passage.derived for passage in found.passages] == [after] != [before]
    assert derived.id != after


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("derived_end", 100_000, "does not lie in the text"),
        ("source_end", 100_000, "does not lie in the text"),
        ("source_start", 0, "do not give the text"),
    ],
)
def test_offsets_that_do_not_fit_are_found(ledger: Ledger, path: Path, column: str, value: int, message: str) -> None:
    derived, source = _stored(ledger)
    stories.save(ledger, _lineage(derived, source))
    with sqlite3.connect(path) as db:
        db.execute(f"UPDATE passages SET {column} = ? WHERE number = 2", (value,))  # noqa: S608 -- names from here
    (problem,) = ledger.check()
    assert message in problem.message
    assert problem.where.startswith(derived.id)


def test_edits_of_every_kind_rebuild(ledger: Ledger) -> None:
    source = factory.article("s", "un deux trois quatre cinq", path="s")
    derived = factory.article("d", "un 2 trois et cinq six", path="d")
    list(ledger.add([source, derived]))
    derived, source = ledger.article("d"), ledger.article("s")
    edits = [
        factory.edit((derived.text, "2"), (source.text, "deux")),
        factory.edit((derived.text, " et"), (source.text, " quatre")),
    ]
    passage: Passage = factory.passage(derived, source, "un 2 trois et cinq", source.text, edits[::-1])
    stories.save(ledger, Lineage((passage,), (), factory.searched()))
    assert ledger.check() == []
    stories.save(ledger, Lineage((replace(passage, edits=passage.edits[:1]),), (), factory.searched()))
    assert len(ledger.check()) == 1
