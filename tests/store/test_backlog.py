"""What is to be done: nothing that changes is left out, and nothing that was stopped is forgotten."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sourcier.core.errors import LedgerBusy
from sourcier.core.outlet import Outlet
from sourcier.store.ledger import Ledger
from tests import factory
from tests.store.conftest import older

_FIELDS = {
    "outlet": "Radio Inventée",
    "published": "2031-05",
    "url": "https://x.example",
    "title": "Autre",
    "language": "nl",
}


def filled(ledger: Ledger, articles: int = 4) -> list[int]:
    """Store invented articles, and return their numbers."""
    texts = (factory.article(f"{n}", f"Texte inventé {n}.", path=f"{n}", outlet="Le Phare") for n in range(articles))
    list(ledger.add(texts))
    return [each.number for each in ledger.known()]


def matched(ledger: Ledger, *pairs: tuple[int, int]) -> None:
    """Do all that is to be done, with these pairs (later, earlier)."""
    numbers = ledger.pending()
    ledger.save_pairs([(n, 10) for n in numbers], [(*pair, 8, b"x") for pair in pairs], numbers)
    ledger.save_judged(ledger.unjudged(), (), ())
    assert ledger.finish(version=1)
    assert not ledger.stale()


def test_what_is_new_is_pending(ledger: Ledger) -> None:
    numbers = filled(ledger)
    assert (ledger.pending(), ledger.pending_count(), ledger.unjudged_count()) == (numbers, 4, 0)
    assert ledger.stale()
    assert not ledger.finish(version=1)
    matched(ledger)
    assert (ledger.pending(), ledger.unjudged(), ledger.pending_count()) == ([], [], 0)


def test_it_is_pending_until_it_is_saved_and_unjudged_until_it_is_judged(ledger: Ledger) -> None:
    first, *rest = filled(ledger)
    ledger.pending()
    ledger.save_pairs([(first, 10)], [], [first])
    assert (ledger.pending(), ledger.unjudged()) == (rest, [first])
    ledger.save_pairs([(number, 10) for number in rest], [], [])
    assert (ledger.pending_count(), ledger.stale(), ledger.finish(version=1)) == (0, True, False)
    ledger.save_judged([first], (), ())
    assert ledger.finish(version=1)
    assert (ledger.stale(1), ledger.stale(2)) == (False, True)


@pytest.mark.parametrize("field", _FIELDS)
def test_what_is_corrected_is_pending(ledger: Ledger, field: str) -> None:
    numbers = filled(ledger)
    matched(ledger)
    ledger.correct("2", field, _FIELDS[field])
    assert ledger.pending() == [numbers[2]]
    assert ledger.stale()
    matched(ledger)
    ledger.undo("2", field)
    assert ledger.pending() == [numbers[2]]


def test_what_the_register_calls_otherwise_is_pending(ledger: Ledger) -> None:
    numbers = filled(ledger)
    matched(ledger)
    ledger.register(Outlet("Le Grand Phare", aliases=("Le Phare",)))
    assert ledger.pending() == numbers


def test_what_says_nothing_new_is_not_pending(ledger: Ledger) -> None:
    filled(ledger)
    matched(ledger)
    filled(ledger)
    again = factory.article("9", "Texte inventé 1.", path="9", outlet="Le Phare")
    assert next(iter(ledger.add([again]))).known == 1
    ledger.correct("1", "complete", "no")
    assert not ledger.stale()


def test_what_changes_while_it_is_matched_stays_pending(ledger: Ledger) -> None:
    numbers = filled(ledger)
    assert ledger.pending() == numbers
    ledger.correct("2", "outlet", "Radio Inventée")
    ledger.save_pairs([(number, 10) for number in numbers], [], [])
    assert ledger.pending() == [numbers[2]]
    ledger.save_pairs([(numbers[2], 10)], [], [])
    assert ledger.pending() == []


def test_a_run_that_was_stopped_leaves_it_to_the_next(ledger: Ledger, path: Path) -> None:
    numbers = filled(ledger)
    ledger.pending()
    ledger.mark(unjudged=numbers[:1])
    ledger.close()
    with Ledger(path) as again:
        assert (again.pending(), again.unjudged()) == (numbers, numbers[:1])


def test_marked_is_to_be_done_and_what_is_none_is_left_out(ledger: Ledger) -> None:
    numbers = filled(ledger)
    matched(ledger)
    ledger.mark(pending=[numbers[1], 99], unjudged=[numbers[0], numbers[0], 99])
    assert (ledger.pending_count(), ledger.unjudged()) == (1, [numbers[0]])
    ledger.save_pairs([(numbers[1], 10)], [], [])  # marking takes it
    assert ledger.pending_count() == 0


def test_marking_does_not_hide_that_an_article_changed(ledger: Ledger) -> None:
    numbers = filled(ledger)
    matched(ledger)
    ledger.correct("1", "outlet", "Radio Inventée")
    ledger.mark(pending=[numbers[1]])
    ledger.save_pairs([(numbers[1], 10)], [], [])
    assert ledger.pending() == [numbers[1]]


def test_the_partners_of_what_is_removed_are_to_be_done(ledger: Ledger) -> None:
    a, b, c, d = filled(ledger)
    matched(ledger, (b, a), (c, b), (d, a))
    ledger.remove("1")
    assert (ledger.pending(), ledger.unjudged(), ledger.gone()) == ([a, c], [a, c], [b])
    assert ledger.partners([a, b, c, d]) == [(d, a, 8), (a, d, 8)]
    assert set(ledger.words_of([a, b, c, d])) == {a, c, d}
    ledger.forget_gone([b])
    assert ledger.gone() == []


def test_what_is_removed_is_to_be_done_no_more(ledger: Ledger) -> None:
    numbers = filled(ledger)
    ledger.mark(unjudged=numbers)
    ledger.remove("1")
    assert ledger.pending() == ledger.unjudged() == [numbers[0], *numbers[2:]]


def test_a_number_is_given_once(ledger: Ledger, path: Path) -> None:
    numbers = filled(ledger)
    for name in ("3", "1"):
        ledger.remove(name)
    ledger.close()
    with Ledger(path) as again:
        list(again.add([factory.article("4", "Encore un texte.", path="4"), factory.article("5", "Et un.", path="5")]))
        assert [each.number for each in again.known()] == [numbers[0], numbers[2], numbers[3] + 1, numbers[3] + 2]


def test_one_of_two_that_turn_out_to_be_one_article_is_gone(ledger: Ledger) -> None:
    texts = [factory.article(name, "Un même texte.", path=name, outlet=name) for name in ("a", "b")]
    list(ledger.add(texts))
    one, other = (each.number for each in ledger.known())
    matched(ledger, (other, one))
    list(
        ledger.add(
            [replace(texts[0], id="c", path="c", url="https://c.example"), replace(texts[1], url="https://c.example")]
        )
    )
    assert [each.number for each in ledger.known()] == [one]
    assert ledger.gone() == [other]
    assert (ledger.pending(), ledger.unjudged()) == ([one], [one])


_BEFORE = """
INSERT INTO articles (number, id, complete, links, path, hash, text)
VALUES (3, 'a', 1, '[]', 'a', '', 'Un texte.'), (7, 'b', 1, '[]', 'b', '', 'Un autre.');
INSERT INTO families (id, origin, searched) VALUES ('a', 'a', 2);
INSERT INTO family_articles (family, position, article) VALUES ('a', 0, 'a'), ('a', 1, 'b');
INSERT INTO runs (stage, version, parameters, searched, change, time) VALUES ('lineage', 1, '{}', 2, 2, '');
UPDATE state SET value = 2 WHERE name = 'change';
"""


def test_a_ledger_of_before_is_to_be_done_and_keeps_what_was_found(path: Path) -> None:
    older(path, 9, _BEFORE)
    with Ledger(path) as ledger:
        assert (ledger.pending(), ledger.unjudged()) == ([3, 7], [])
        assert ledger.stale()
        assert ledger.family("a").articles == ("a", "b")
        assert ledger.family("a").searched.articles == 2


def test_each_ledger_has_an_identity(path: Path) -> None:
    with Ledger(path) as ledger, Ledger(None) as other:
        mine = ledger.identity()
        assert (len(mine), bytes.fromhex(mine).hex()) == (32, mine)
        assert other.identity() != mine
    with Ledger(path) as ledger:
        assert ledger.identity() == mine


def test_other_parameters_make_everything_pending(ledger: Ledger) -> None:
    numbers = filled(ledger)
    assert ledger.parameters() == {}
    ledger.set_parameters({"k": 5, "window": 4})
    matched(ledger, (numbers[1], numbers[0]))
    ledger.set_parameters({"window": 4, "k": 5})
    assert not ledger.stale()
    assert ledger.parameters() == {"k": 5, "window": 4}
    ledger.set_parameters({"k": 4, "window": 4})
    assert ledger.pending() == numbers
    assert (ledger.partners(numbers), ledger.words_of(numbers)) == ([], {})


def test_nothing_half_done_is_kept(ledger: Ledger) -> None:
    a, b, c, d = filled(ledger)
    matched(ledger, (b, a))
    ledger.mark(pending=[b, c])
    with pytest.raises(LedgerBusy, match="changed while"):
        ledger.save_pairs([(b, 11), (c, 11)], [(c, a, 9, b""), (d + 1, a, 9, b"")], [])
    assert (ledger.pending(), ledger.partners([a])) == ([b, c], [(a, b, 8)])
    assert ledger.words_of([b]) == {b: 10}


def test_the_file_has_no_row_of_what_is_done(ledger: Ledger, path: Path) -> None:
    filled(ledger)
    matched(ledger)
    assert ledger.check() == []
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT (SELECT count(*) FROM pending), (SELECT count(*) FROM unjudged)").fetchone() == (0, 0)
