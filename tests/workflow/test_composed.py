"""Texts with accents apart from their letters are read as the same text composed."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

import sourcier
from sourcier.core.mention import Mention
from sourcier.core.span import Span
from sourcier.workflow.composed import composed, moved

TEXT = "Le général Étienne Haddad est arrivé à Téra le 3 février 2024, avec deux réfugiés."


def test_the_facts_are_the_same_and_their_words_those_of_the_text() -> None:
    apart = unicodedata.normalize("NFD", TEXT)
    found, whole = sourcier.read(apart), sourcier.read(TEXT)
    assert [each.name for each in found.people] == ["Étienne Haddad"]
    assert [each.value for each in found.dates] == ["2024-02-03"]
    assert len(found.numbers) == len(whole.numbers)
    spans = [each.span.of(apart) for each in (*found.dates, *found.people[0].mentions, *found.places[0].mentions)]
    assert spans == [unicodedata.normalize("NFD", each) for each in ("3 février 2024", "Étienne Haddad", "Téra")]


def test_a_composed_text_is_left_as_it_is() -> None:
    assert composed(TEXT) == (TEXT, None)


def test_all_spans_within_a_value_move() -> None:
    text, places = composed("e\u0301a")
    assert places is not None
    assert (text, moved((Mention(Span(0, 1), "rule", Span(1, 2)), "x"), places)) == (
        "éa",
        (Mention(Span(0, 2), "rule", Span(2, 3)), "x"),
    )


@given(st.text(st.sampled_from("ae\u0301\u0327 \n한\u1100\u1161é"), max_size=30))
def test_every_character_has_its_place(text: str) -> None:
    made, places = composed(text)
    if places is not None:
        assert len(places) == len(made) + 1
        assert list(places) == sorted(places)
        assert all(0 <= place <= len(text) for place in places)
