"""Pairs of articles, their texts, and the light rows that order them."""

import random
from dataclasses import replace

import pytest

from sourcier.store import numbered, pairs
from sourcier.store.ledger import Ledger
from sourcier.store.numbered import Known
from tests import factory
from tests.store.test_backlog import filled


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in ((numbered, "_PART"), (numbered, "_TEXTS_PART"), (pairs, "_PART")):
        monkeypatch.setattr(module, name, 3)


def test_pairs_are_replaced_by_the_later_article(ledger: Ledger) -> None:
    a, b, c, d = filled(ledger)
    ledger.save_pairs([(b, 10), (c, 11)], [(b, a, 8, b"one"), (c, a, 9, b"two"), (c, b, 10, b"")], [])
    ledger.save_pairs([(d, 12)], [(d, a, 20, b"\0three")], [])
    ledger.save_pairs([(c, 13)], [(c, a, 7, b"four")], [])
    assert ledger.pairs_of([d, c, b, a]) == [(b, a, 8, b"one"), (c, a, 7, b"four"), (d, a, 20, b"\0three")]
    assert ledger.words_of([a, b, c, d]) == {b: 10, c: 13, d: 12}


def test_pairs_of_some_have_both_ends_among_them(ledger: Ledger) -> None:
    a, b, c, d = filled(ledger)
    ledger.save_pairs([], [(b, a, 8, b"1"), (c, b, 9, b"2"), (d, c, 10, b"3")], [])
    assert ledger.pairs_of([b, c, d]) == [(c, b, 9, b"2"), (d, c, 10, b"3")]
    assert ledger.pairs_of([a, c]) == ledger.pairs_of([]) == []


def test_pairs_with_some_have_one_end_among_them_and_come_once(ledger: Ledger) -> None:
    a, b, c, d = filled(ledger)
    ledger.save_pairs([], [(b, a, 8, b"1"), (c, b, 9, b"2"), (d, c, 10, b"3")], [])
    assert sorted(ledger.pairs_with([b])) == [(b, a, 8, b"1"), (c, b, 9, b"2")]
    assert sorted(ledger.pairs_with([a, b, c, d])) == [(b, a, 8, b"1"), (c, b, 9, b"2"), (d, c, 10, b"3")]
    assert ledger.pairs_with([]) == []


def test_partners_are_told_from_both_sides(ledger: Ledger) -> None:
    a, b, c, d = filled(ledger)
    ledger.save_pairs([], [(b, a, 8, b"1"), (c, b, 9, b"2"), (d, c, 10, b"3")], [])
    assert sorted(ledger.partners([b])) == [(b, a, 8), (b, c, 9)]
    assert sorted(ledger.partners([d, a, b])) == [(a, b, 8), (b, a, 8), (b, c, 9), (d, c, 10)]


def test_many_come_in_order_of_number_each_once(ledger: Ledger) -> None:
    numbers = filled(ledger, 20)
    asked = [*random.Random(3).choices(numbers, k=40), 999]
    wanted = sorted(set(asked) - {999})
    texts = {number: f"Texte inventé {n}." for n, number in enumerate(numbers)}
    assert list(ledger.texts_of(asked)) == [(number, texts[number]) for number in wanted]
    whole = ledger.numbered(asked)
    assert [(number, article.text) for number, article in whole] == [(number, texts[number]) for number in wanted]
    assert [article for _, article in ledger.numbered(numbers)] == list(ledger.articles())
    assert [each.number for each in ledger.known(asked)] == wanted
    assert [each.number for each in ledger.known()] == numbers
    ledger.save_pairs([], [(later, numbers[0], later, b"") for later in numbers[1:]], [])
    assert len(ledger.pairs_of(numbers)) == len(ledger.partners(numbers)) // 2 == 19


def test_what_is_known_is_as_it_is_called_now(ledger: Ledger) -> None:
    dated = factory.article("a", "Un texte.", path="a", outlet="Le Phare", published="2031-03")
    list(ledger.add([dated, factory.article("b", "Un autre.", path="b")]))
    ledger.correct("a", "outlet", "Radio Inventée")
    ids = {article.path: article.id for article in ledger.articles()}
    known = [Known(1, ids["a"], "Radio Inventée", "2031-03"), Known(2, ids["b"], None, None)]
    assert list(ledger.known()) == list(ledger.known([1, 2, 3])) == known


def test_texts_are_read_while_others_are_stored(ledger: Ledger) -> None:
    numbers = filled(ledger, 7)
    read = []
    for number, _ in ledger.texts_of(numbers):
        read.append(number)
        ledger.mark(pending=[number])
        ledger.save_pairs([(number, 1)], [], [])
    assert read == numbers
    assert list(ledger.words_of(numbers)) == numbers


def test_an_article_has_all_its_places_and_links(ledger: Ledger) -> None:
    reprint, _ = factory.pair()
    found = replace(
        reprint, path="x", locations=("x",), url="https://x.example", links=("https://y.example",), raw=b"{}"
    )
    list(ledger.add([found, replace(found, path="w", locations=("w",), raw=None)]))
    ((_, article),) = ledger.numbered([1])
    assert article == next(iter(ledger.articles()))
    assert (article.locations, article.links, article.raw) == (("w", "x"), found.links, None)
