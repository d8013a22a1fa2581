"""How many articles are stored at once."""

import pytest

from sourcier.store import portions as module
from sourcier.store.portions import portions
from tests import factory


def test_portions_grow_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FIRST", 2)
    monkeypatch.setattr(module, "_MOST", 5)
    found = [factory.article(str(n), "Un texte.") for n in range(20)]
    got = list(portions(found))
    assert [len(each) for each in got] == [2, 4, 5, 5, 4]
    assert [article for portion in got for article in portion] == found
    assert [len(each) for each in portions(found, 8)] == [8, 8, 4]
    assert list(portions([])) == []


def test_long_articles_come_in_smaller_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CHARACTERS", 100)
    found = [factory.article(str(n), "a" * 30, raw=b"b" * 30) for n in range(5)]
    assert [len(each) for each in portions(found)] == [2, 2, 1]
