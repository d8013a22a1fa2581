"""Decisions about entities hold over new analyses, removals and returns, and are taken back."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sourcier.core.errors import InputError, UnknownEntity
from sourcier.store.ledger import Ledger
from sourcier.workflow import entity_decisions as decisions
from tests.workflow.test_entity_finding import Made, _add, _article, _facts

_ONE, _OTHER = "Anselme Karivolo", "Blandine Tassigot"


def _made(*numbered: tuple[int, str]) -> Made:
    made = []
    for number, name in numbered:
        people = [(name, "ministre des Ports")]
        article = _article(number, people)
        made.append((article, _facts(article, people)))
    return made


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "sourcier.db") as opened:
        _add(opened, _made((1, _ONE), (2, _ONE), (3, _OTHER)))
        yield opened


def _names(ledger: Ledger) -> list[tuple[str, int]]:
    return sorted((each.name, each.articles) for each in ledger.entities().items)


def _articles(ledger: Ledger, name: str) -> list[str]:
    return [one.article for one in ledger.entity(name).sightings]


_APART = [(_ONE, 2), (_OTHER, 1)]


def test_two_are_one_and_apart_again(ledger: Ledger) -> None:
    assert _names(ledger) == _APART
    before = ledger.entity(_ONE).profile.id
    assert decisions.merge(ledger, _ONE, _OTHER, "A. D.") == before
    assert _names(ledger) == [(_ONE, 3)]
    found = ledger.entity(_OTHER)
    assert [(each.kind, each.author) for each in found.decisions] == [("merge", "A. D.")]
    assert decisions.undo(ledger) == ["merge"]
    assert _names(ledger) == _APART
    with pytest.raises(InputError, match="no decision"):
        decisions.undo(ledger)


def test_articles_that_mean_another_one(ledger: Ledger) -> None:
    _add(ledger, _made((4, _ONE), (5, _ONE)))
    first, second, *_ = _articles(ledger, _ONE)
    made = decisions.split(ledger, _ONE, [first, second])
    assert _names(ledger) == [(_ONE, 2), (_ONE, 2), (_OTHER, 1)]
    assert {one.article for one in ledger.entity(made).sightings} == {first, second}
    assert set(decisions.undo(ledger, made)) == {"split", "merge"}
    assert _names(ledger) == [(_ONE, 4), (_OTHER, 1)]


def test_a_name_given_by_hand_stays(ledger: Ledger) -> None:
    decisions.rename(ledger, _ONE, "  Anselme  K. ")
    decisions.rename(ledger, "Anselme K.", "Le ministre")
    _add(ledger, _made((4, _ONE)))
    assert ("Le ministre", 3) in _names(ledger)
    assert ledger.entity(_ONE).profile.name == "Le ministre"
    decisions.undo(ledger)
    assert ("Anselme K.", 3) in _names(ledger)
    decisions.undo(ledger, "Anselme K.")
    assert (_ONE, 3) in _names(ledger)


def test_new_articles_keep_what_was_decided(ledger: Ledger) -> None:
    decisions.merge(ledger, _ONE, _OTHER)
    _add(ledger, _made((4, _OTHER), (5, _ONE)))
    assert _names(ledger) == [(_ONE, 5)]


def test_it_holds_while_an_article_of_each_side_is_there(ledger: Ledger) -> None:
    decisions.merge(ledger, _ONE, _OTHER)
    ledger.remove(_articles(ledger, _ONE)[0])
    _add(ledger, [])
    assert [articles for _, articles in _names(ledger)] == [2]


def test_it_holds_again_when_the_articles_come_back(ledger: Ledger, tmp_path: Path) -> None:
    decisions.merge(ledger, _ONE, _OTHER)
    decisions.rename(ledger, _ONE, "Le ministre")
    ledger.remove_all([each.id for each in ledger.articles()])
    _add(ledger, [])
    assert _names(ledger) == []
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir()).lower()
    assert b"karivolo" not in left
    assert b"tassigot" not in left
    _add(ledger, _made((1, _ONE), (2, _ONE), (3, _OTHER)))
    assert _names(ledger) == [("Le ministre", 3)]


def test_another_version_of_the_program_finds_all_anew_and_keeps_it(ledger: Ledger) -> None:
    decisions.merge(ledger, _ONE, _OTHER)
    before = ledger.entity(_ONE)
    ledger.forget_entities(7)
    assert _names(ledger) == []
    _add(ledger, [])
    assert ledger.entity(_ONE) == before


def test_what_cannot_be_is_refused(ledger: Ledger) -> None:
    (only,) = _articles(ledger, _OTHER)
    wrong: Sequence[tuple[object, str]] = (
        (lambda: decisions.merge(ledger, _ONE, _ONE), "one already"),
        (lambda: decisions.split(ledger, _ONE, [only]), "is not named in"),
        (lambda: decisions.split(ledger, _OTHER, [only]), "no other article"),
        (lambda: decisions.rename(ledger, _ONE, " … "), "letters or digits"),
        (lambda: decisions.rename(ledger, _ONE, "x" * 201), "letters or digits"),
    )
    for action, why in wrong:
        with pytest.raises(InputError, match=why):
            action()  # type: ignore[operator]
    with pytest.raises(UnknownEntity, match="nobody and nothing"):
        decisions.merge(ledger, _ONE, "Personne")
    with pytest.raises(UnknownEntity, match="more than one"):
        ledger.entity("o")
    assert _names(ledger) == _APART


def test_names_that_nobody_means_to_give(ledger: Ledger) -> None:
    decisions.rename(ledger, _ONE, "Le\x00 \x1b[31mministre\n")
    assert ("Le [31mministre", 2) in _names(ledger)
    decisions.undo(ledger)
    for name in ("Zzz\udce9", "\ud800", "x" * 100_000):
        with pytest.raises(UnknownEntity, match="nobody and nothing") as caught:
            decisions.merge(ledger, _ONE, name)
        assert len(caught.value.message) < 200
    assert ledger.entities("\ud800 |").total == 0
    assert ledger.entities(limit=10**30).total == 2
