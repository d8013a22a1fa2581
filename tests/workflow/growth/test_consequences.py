"""What is said anew because pairs differ, and what is left as it was."""

from collections.abc import Iterator

import pytest

from sourcier.store.ledger import Ledger
from sourcier.store.pairs import Pair
from sourcier.workflow.growth.aside import beside
from sourcier.workflow.growth.consequences import consequences
from tests import factory
from tests.lineage.texts import text

_Said = tuple[set[int], set[int]]
"""Of whom all is said anew, and of whom only what they share without reuse."""


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """Four articles: the second has 20 words of the first, the third a footer of the first, the last has no date."""
    with Ledger(None) as opened:
        dates = ("2031-01-01", "2031-01-02", "2031-01-03", None)
        list(opened.add(factory.article(str(n), text(n), path=str(n), published=day) for n, day in enumerate(dates)))
        a, b, c, d = (each.number for each in opened.known())
        opened.save_pairs([(number, 100) for number in (a, b, c, d)], [(b, a, 20, b"b"), (c, a, 0, b"c")])
        yield opened


def _found(ledger: Ledger, *pairs: Pair, **words: int) -> _Said:
    names = dict(zip("abcd", (each.number for each in ledger.known()), strict=True))
    found = consequences(ledger, {names[name]: count for name, count in words.items()}, pairs)
    return set(found.told), set(found.aside)


def _numbers(ledger: Ledger) -> list[int]:
    return [each.number for each in ledger.known()]


def test_nothing_follows_where_nothing_differs(ledger: Ledger) -> None:
    a, b, c, _ = _numbers(ledger)
    assert _found(ledger, (b, a, 20, b"b"), (c, a, 0, b"c"), b=100, c=100) == (set(), set())


def test_another_footer_touches_its_holder_alone(ledger: Ledger) -> None:
    _, b, c, _ = _numbers(ledger)
    assert _found(ledger, (c, b, 0, b"c"), c=100) == (set(), {c})


def test_reuse_that_comes_or_goes_touches_both_and_those_that_share_with_them(ledger: Ledger) -> None:
    a, b, c, _ = _numbers(ledger)
    assert _found(ledger, b=100) == ({a, b}, set())
    assert _found(ledger, (c, a, 0, b"c"), (c, b, 12, b"x"), c=100) == ({b, c}, set())


def test_more_words_outside_standing_text_count_where_there_is_reuse(ledger: Ledger) -> None:
    a, b, c, _ = _numbers(ledger)
    assert _found(ledger, (b, a, 20, b"b"), b=90) == ({a, b}, set())
    assert _found(ledger, (c, a, 0, b"c"), c=90) == (set(), set())


def test_without_a_date_either_may_hold_a_footer(ledger: Ledger) -> None:
    a, _, _, d = _numbers(ledger)
    assert _found(ledger, (d, a, 0, b"d"), d=100) == (set(), {a, d})


def test_all_is_said_of_an_article_that_was_never_matched(ledger: Ledger) -> None:
    list(ledger.add([factory.article("e", text(9), path="e")]))
    new = _numbers(ledger)[-1]
    assert consequences(ledger, {new: 50}, ()).told == {new}


def test_who_shares_reuse_and_more_with_one_text_is_left(ledger: Ledger) -> None:
    a, b, c, d = _numbers(ledger)
    mixed = b"".join(number.to_bytes(4, "little") for number in (0, 8, 0, 1, 0, 0, 8, 1, 8, 0, 1, 20, 20, 8))
    ledger.save_pairs([(b, 100), (c, 100)], [(b, a, 8, mixed)])
    found = beside(ledger, [b, d])
    assert (found.numbers, found.left, found.passages) == ((d,), (b,), ())
