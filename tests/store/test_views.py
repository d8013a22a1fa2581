import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sourcier.core.lineage import Lineage
from sourcier.store.ledger import Ledger
from tests import factory
from tests.store import stories


@pytest.fixture
def db(ledger: Ledger, path: Path) -> sqlite3.Connection:
    (added,) = ledger.add(factory.pair())
    derived, source = (ledger.article(key) for key in added.ids)
    passages = factory.passages(derived, source)
    edge = factory.edge(derived, source, passages)
    family = replace(factory.family(), origin=source.id, articles=added.ids, edges=(edge,), shares={})
    stories.save(ledger, Lineage(passages, (family,), factory.searched()))
    ledger.correct(derived.id, "outlet", "Radio Inventée")
    opened = sqlite3.connect(path)
    opened.row_factory = sqlite3.Row
    return opened


def test_articles(db: sqlite3.Connection) -> None:
    rows = {row["outlet"]: row for row in db.execute("SELECT * FROM v_articles")}
    assert rows.keys() == {"Radio Inventée", "Agence inventée"}
    row = rows["Radio Inventée"]
    assert (row["corrections"], row["locations"], row["family"]) == (1, 1, "f1")
    assert row["characters"] == len(factory.REPRINT)


def test_passages_show_the_words_of_both_sides(db: sqlite3.Connection) -> None:
    first, second = db.execute("SELECT * FROM v_passages ORDER BY passage").fetchall()
    assert first["derived_text"].startswith("Le port de Sainte-Aurore a repris")
    assert "Vingt navires" in first["derived_text"]
    assert "Douze navires" in first["source_text"]
    assert second["source_text"].endswith("reprendre le contrôle des trois quais")
    assert (second["derived_outlet"], second["source_outlet"]) == ("Radio Inventée", "Agence inventée")


def test_edits_show_their_words(db: sqlite3.Connection) -> None:
    rows = db.execute("SELECT category, source_words, derived_words FROM v_edits ORDER BY weight DESC").fetchall()
    assert [tuple(row) for row in rows] == [("verb", "reprendre le", "se joindre au"), ("number", "Douze", "Vingt")]


def test_families_name_their_origin(db: sqlite3.Connection) -> None:
    (row,) = db.execute("SELECT * FROM v_families")
    assert (row["articles"], row["outlets"], row["origin_outlet"]) == (2, 2, "Agence inventée")
    assert (row["first_published"], row["last_published"]) == ("2031-03-03T18:05:00Z", "2031-03-04")


def test_credit_is_counted_in_passages(db: sqlite3.Connection) -> None:
    (row,) = db.execute("SELECT * FROM v_credit")
    assert (row["credit"], row["passages_credited"], row["passages"]) == ("partial", 1, 2)
    assert (row["delay_seconds"], row["reasons"]) == (59400.0, "credit, time")
