import sqlite3
from pathlib import Path

import pytest

from sourcier.store.ledger import Ledger
from tests import factory


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        ("UPDATE articles SET hash = 'x'", "its hash differs"),
        ("UPDATE articles SET title_start = 5, title_end = 100000", "the title does not lie in the text"),
        ("DELETE FROM locations", "no place is known"),
        ("UPDATE locations SET article = 'x'", "refers to a missing row of articles"),
        ("DROP TRIGGER search_changed; UPDATE articles SET title = 'autre'", "full-text table does not agree"),
    ],
)
def test_what_is_wrong_is_found(ledger: Ledger, path: Path, damage: str, message: str) -> None:
    list(ledger.add([factory.pair()[0]]))
    assert ledger.check() == []
    with sqlite3.connect(path) as db:
        db.executescript(damage)
    assert any(message in problem.message for problem in ledger.check())


def test_a_text_that_was_changed_is_found(ledger: Ledger, path: Path) -> None:
    (added,) = ledger.add([factory.pair()[0]])
    with sqlite3.connect(path) as db:
        db.execute("UPDATE articles SET text = replace(text, 'Vingt', 'Trente')")
    assert [(problem.stage, problem.where) for problem in ledger.check()] == [("ledger", added.ids[0])]
