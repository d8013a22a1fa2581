"""Pairs drawn from a ledger: each of its stratum, none twice, nothing told by their order."""

from itertools import combinations

import pytest

from sourcier.core.errors import InputError
from sourcier.figures.drawn import Sample
from sourcier.store.ledger import Ledger
from sourcier.workflow import neighbours
from sourcier.workflow.corpus import Corpus
from sourcier.workflow.demo import demo_corpus
from sourcier.workflow.refreshing import catch_up
from sourcier.workflow.sampling import sample, sample_corpus
from tests import factory
from tests.store.paged import FIRST, history

LEFT = {1: "Le Phare inventé n’était pas là.", 2: "La réunion de jeudi reste à confirmer."}


def drawn(rows: int = 200, seed: int = 1) -> Sample:
    return sample_corpus(demo_corpus(), rows, seed).sample


@pytest.fixture
def ledger() -> Ledger:
    made = Ledger(None)
    for _ in made.add(demo_corpus().articles):
        pass
    catch_up(made)
    return made


def test_all_pairs_of_a_small_ledger_are_drawn_once() -> None:
    found = drawn()
    pairs = {frozenset((row.a, row.b)) for row in found.rows}
    assert len(pairs) == len(found.rows)
    assert sum(each.pairs for each in found.populations.values()) == 16 * 15 // 2
    assert {each.exact for each in found.populations.values()} == {True}
    assert len(found.rows) == 16 * 15 // 2


def test_each_pair_is_of_its_stratum(ledger: Ledger) -> None:
    shared = {frozenset((each.one, each.other)): each.words for each in ledger.found_pairs()}
    for row in sample(ledger, 200, 1).sample.rows:
        words = shared.get(frozenset((row.a, row.b)))
        assert row.words == words
        assert (row.stratum == "long") == (words is not None and words >= 20)
        assert (row.stratum == "short") == (words is not None and words < 20)
        if row.stratum in ("near", "other"):
            assert row.b not in ledger.tied(row.a)
        if row.stratum == "family":
            assert row.b in ledger.tied(row.a)
        near = row.b in ledger.near(row.a, 3) or row.a in ledger.near(row.b, 3)
        assert (row.stratum == "near") == (near and words is None and row.stratum != "family")


def test_the_same_seed_draws_the_same_and_another_one_others() -> None:
    assert drawn(30) == drawn(30)
    assert drawn(30) != drawn(30, seed=2)


def test_the_strata_do_not_stand_in_a_row() -> None:
    strata = [row.stratum for row in drawn(60).rows]
    assert len({*strata}) >= 3
    assert strata != sorted(strata, key=strata.index)


def test_what_the_program_said_is_seen_from_the_side_of_the_coder(ledger: Ledger) -> None:
    for row in sample(ledger, 200, 1).sample.rows:
        told = ledger.said(*sorted((row.a, row.b)))
        if row.taker:
            assert told
            taker = row.a if row.taker == "a" else row.b
            assert (taker == told.derived) == (told.direction == "source_first")
        else:
            assert told is None or told.direction == "unknown"


def test_families_of_a_larger_ledger_hold_pairs_that_only_others_tie() -> None:
    strata = {row.stratum for row in drawn().rows}
    assert "family" in strata


def test_pairs_near_are_estimated_where_not_all_are_looked_up(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    exact = drawn().populations["near"].pairs
    monkeypatch.setattr(neighbours, "_SURE", 3)
    monkeypatch.setattr(neighbours, "_FIRST", 6)
    monkeypatch.setattr(neighbours, "_MOST", 12)
    found = [sample(ledger, 12, seed).sample for seed in range(30)]
    guesses = [each.populations["near"].pairs for each in found]
    assert not any(each.populations["near"].exact for each in found)
    assert abs(sum(guesses) / len(guesses) - exact) < 0.25 * exact
    tied = {frozenset(pair) for one in ledger.article_ids() for pair in ((one, other) for other in ledger.tied(one))}
    near = {frozenset((row.a, row.b)) for each in found for row in each.rows if row.stratum == "near"}
    assert near
    assert not near & tied


def test_a_sample_needs_two_articles() -> None:
    with pytest.raises(InputError):
        sample_corpus(Corpus((factory.article(),)), 10, 1)


def test_articles_that_share_nothing_are_drawn_all_the_same() -> None:
    texts = [" ".join(f"{word}{number}" for number in range(30)) for word in ("alpha", "beta", "gamma", "delta")]
    made = sample_corpus(Corpus(tuple(factory.article(f"{n}.txt", text) for n, text in enumerate(texts))), 50, 1)
    assert len(made.sample.rows) == len(list(combinations(texts, 2)))
    assert {row.words for row in made.sample.rows} == {None}


def test_two_versions_of_a_page_are_no_pair() -> None:
    """Of three texts of a page and two reprints of it, the page's pairs are in no stratum, whatever the family."""
    reprints = [factory.article(f"{n}.txt", f"{FIRST} {more}", outlet=f"Média inventé {n}") for n, more in LEFT.items()]
    ledger = Ledger(None)
    for _ in ledger.add([*history(), *reprints, *demo_corpus().articles]):
        pass
    catch_up(ledger)
    page = {each.article.id for each in ledger.versions("a.html")}
    assert len(page) == 3
    assert (ledger.version_pairs().pairs, ledger.version_pairs().together) == (3, 3)
    found = sample(ledger, 400, 1).sample
    assert not [row for row in found.rows if {row.a, row.b} <= page]
    assert any(page & {row.a, row.b} for row in found.rows if row.words)
    assert len(found.rows) == sum(each.pairs for each in found.populations.values()) == 21 * 20 // 2 - 3


def test_versions_are_not_near_nor_any_other_pair() -> None:
    """Two texts of a page that share less than a passage, and so no family, are still one page."""
    ledger = Ledger(None)
    for _ in ledger.add([*history(), *demo_corpus().articles]):
        pass
    catch_up(ledger)
    page = [each.article.id for each in ledger.versions("a.html")]
    ledger._db.execute("DELETE FROM passages WHERE derived = ? OR source = ?", (page[0], page[0]))
    ledger._db.execute("DELETE FROM family_articles WHERE article = ?", (page[0],))
    assert ledger.version_pairs().pairs > ledger.version_pairs().together
    found = sample(ledger, 400, 1).sample
    assert not [row for row in found.rows if {row.a, row.b} <= set(page)]
    assert not set(ledger.near(page[0], 18)) & set(page)
    assert len(found.rows) == 19 * 18 // 2 - 3
