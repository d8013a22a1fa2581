from dataclasses import replace

import pytest

from sourcier.core.change import Change
from sourcier.core.denial import Denial
from sourcier.core.errors import InputError, UnknownArticle
from sourcier.store.ledger import Ledger
from tests import factory

_TIME = "2031-03-05T12:00:00+00:00"


@pytest.fixture
def pair(ledger: Ledger) -> tuple[str, str]:
    (added,) = ledger.add(factory.pair())
    derived, source = added.ids
    return derived, source


def test_a_denial_is_kept_with_its_author_and_time(ledger: Ledger, pair: tuple[str, str]) -> None:
    denial = Denial(*pair, "Une relectrice", _TIME)
    assert ledger.deny(pair[0][:8], "depeche.txt", "Une relectrice") == denial
    assert ledger.denials() == ledger.denials(pair[0]) == ledger.denials(pair[1]) == [denial]


def test_both_orders_are_one_pair(ledger: Ledger, pair: tuple[str, str]) -> None:
    first = ledger.deny(*pair)
    assert ledger.deny(pair[1], pair[0], "Quelqu'un d'autre") == first
    assert ledger.denials() == [first]
    assert ledger.allow(pair[1], pair[0]) == replace(first, undone=_TIME)


def test_what_is_taken_back_stays_as_history(ledger: Ledger, pair: tuple[str, str]) -> None:
    ledger.deny(*pair, "Un")
    ledger.allow(*pair)
    ledger.deny(*pair, "Deux")
    assert [(each.author, each.undone) for each in ledger.denials()] == [("Un", _TIME), ("Deux", None)]
    ledger.allow(*pair)
    with pytest.raises(InputError, match="no denial to take back"):
        ledger.allow(*pair)
    assert len(ledger.denials()) == 2


def test_what_cannot_be_denied_is_refused(ledger: Ledger, pair: tuple[str, str]) -> None:
    with pytest.raises(InputError, match="are one article"):
        ledger.deny(pair[0], "reprise.txt")
    for unknown in ((pair[0], "nowhere"), ("nowhere", pair[0])):
        with pytest.raises(UnknownArticle):
            ledger.deny(*unknown)
    assert ledger.denials() == []


def test_denying_leaves_lineage_as_it_is_found(ledger: Ledger, pair: tuple[str, str]) -> None:
    before = ledger.changes()
    ledger.deny(*pair)
    ledger.allow(*pair)
    assert ledger.changes() == before


def test_a_denial_follows_an_article_to_its_new_id(ledger: Ledger, pair: tuple[str, str]) -> None:
    bare = factory.article("nu", "Un texte sans titre.", path="nu")
    (before,) = next(iter(ledger.add([bare]))).ids
    ledger.deny(before, pair[1])
    (after,) = next(iter(ledger.add([replace(bare, outlet="Le Phare")]))).ids
    assert [each.derived for each in ledger.denials()] == [after] != [before]


def test_two_articles_that_turn_out_to_be_one_keep_their_denials(ledger: Ledger, pair: tuple[str, str]) -> None:
    by_outlet = factory.article("a", "Un texte.", path="a", outlet="Le Phare")
    by_url = factory.article("b", "Un texte.", path="b", url="https://phare.example/a")
    kept, gone = next(iter(ledger.add([by_outlet, by_url]))).ids
    ledger.deny(kept, gone)
    ledger.deny(gone, pair[0], "Un")
    ledger.deny(pair[1], kept, "Deux")
    ledger.deny(pair[1], gone, "Trois")
    list(ledger.add([replace(by_outlet, id="c", path="c", url="https://phare.example/a")]))
    assert [(each.derived, each.source, each.author) for each in ledger.denials()] == [
        (kept, pair[0], "Un"),
        (pair[1], kept, "Deux"),
    ]
    assert ledger.check() == []


def test_a_removed_article_takes_its_denials_along(ledger: Ledger, pair: tuple[str, str]) -> None:
    ledger.deny(*pair)
    ledger.remove(pair[0])
    assert ledger.denials() == ledger.changed() == []


def test_changes_are_listed_newest_first(ledger: Ledger, pair: tuple[str, str]) -> None:
    times = iter(f"2031-03-0{day}T12:00:00+00:00" for day in range(1, 6))
    ledger._time = lambda: next(times)  # type: ignore[method-assign]
    ledger.correct(pair[0], "byline", "Une plume", "Un")
    ledger.deny(*pair, "Deux")
    ledger.correct(pair[1], "outlet", None)
    ledger.allow(*pair)
    assert ledger.changed() == [
        Change("correction", (pair[1],), "outlet", "Agence inventée", None, None, "2031-03-03T12:00:00+00:00"),
        Change("denial", pair, None, None, None, "Deux", "2031-03-02T12:00:00+00:00", "2031-03-04T12:00:00+00:00"),
        Change("correction", (pair[0],), "byline", None, "Une plume", "Un", "2031-03-01T12:00:00+00:00"),
    ]
    assert ledger.changed(2) == ledger.changed()[:2]
