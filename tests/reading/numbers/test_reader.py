"""The door of the numbers reader: what holds of any text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.span import Span
from sourcier.engines import registry
from sourcier.reading.numbers.reader import PRODUCER, numbers
from tests.reading.numbers.factory import analysis

PIECES = (
    "12 2 000 1,5 trente une dizaine des centaines de milliers au moins plus de d' près entre et 200 à 300 % pour "
    "cent sur dix million milliards FCFA km / h ans âgé de soldats tués ont été , . ( ) deux tiers moitié 7e "
    "première aucun seul dont un le les heures GMT 27 20 22 55 90 n° article et demi depuis plus tard kilos "
    "francs CFA + - « » "
).split()


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_any_words_are_read_and_numbers_stand_in_order(text: str) -> None:
    found = numbers(analysis(text), [])
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    for each in found:
        assert 0 <= each.span.start < each.span.end <= len(text)
        assert each.value is None or each.value >= 0
        assert (each.value_max is not None) == (each.bound == "range")
        assert each.producer == PRODUCER


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join), st.data())
def test_no_number_touches_what_was_taken(text: str, data: st.DataObject) -> None:
    read = analysis(text)
    tokens = data.draw(st.sets(st.sampled_from(read.tokens), max_size=3))
    taken = [Span(token.start, token.end) for token in tokens]
    assert not any(each.span.overlaps(span) for each in numbers(read, taken) for span in taken)


@given(st.text(max_size=80))
def test_any_characters_are_read(text: str) -> None:
    numbers(analysis(text), [])


def test_what_other_readers_took_is_no_number() -> None:
    text = "Le marché a fermé pendant dix jours."
    read = registry.load("french").analyse(text)
    start = text.index("dix")
    assert [each.span for each in numbers(read, [])] == [Span(start, start + len("dix jours"))]
    assert numbers(read, [Span(start, start + len("dix jours"))]) == ()


def test_francs_are_those_of_the_outlets_country() -> None:
    read = registry.load("french").analyse("Le sac coûte 500 francs.")
    units = [numbers(read, [], country)[0].unit for country in (None, "NE", "CH")]
    assert units == ["francs", "FCFA", "francs"]


def test_a_language_without_a_table_has_no_numbers() -> None:
    assert numbers(analysis("12 men", "en"), []) == ()
    assert numbers(analysis("12 Männer", "de"), []) == ()
