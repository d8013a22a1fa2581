"""Ties in a row, as the ledger holds them."""

from sourcier.store.ledger import Ledger
from tests.store import stories


def test_ties_come_with_what_is_known_of_both_articles(ledger: Ledger) -> None:
    ids = stories.told(ledger)
    assert ledger.tie_count() == 2
    tie = next(each for each in ledger.ties() if each.derived.id == ids["a"])
    assert (tie.source.id, tie.direction, tie.shared, tie.delay) == (ids["b"], "source_first", 0.68, 59400.0)
    assert (tie.credit, tie.credited, tie.passages) == ("partial", 1, 2)
    assert (tie.derived.outlet, tie.source.outlet, tie.source.published) == (
        "Journal A", "Journal B", "2031-03-03T18:05:00Z",
    )  # fmt: skip
    assert [each.family for each in ledger.ties()] == sorted(each.family for each in ledger.ties())


def test_a_tie_that_was_denied_is_left_out_until_it_is_allowed(ledger: Ledger) -> None:
    ids = stories.told(ledger)
    ledger.deny(ids["b"], ids["a"])
    assert {each.derived.id for each in ledger.ties()} == {ids["d"]}
    ledger.allow(ids["a"], ids["b"])
    assert {each.derived.id for each in ledger.ties()} == {ids["a"], ids["d"]}


def test_the_run_says_how_it_was_found(ledger: Ledger) -> None:
    assert ledger.run() is None
    stories.told(ledger)
    run = ledger.run()
    assert run
    assert (run.version, run.parameters) == (1, {})
