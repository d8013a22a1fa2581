"""What the network is told of a form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.engines.french.features import BITS, BUCKETS, described, plain, unpacked
from sourcier.lang.fr.lexicon import lexicon


@given(form=st.text(min_size=1))
def test_any_form_has_features(form: str) -> None:
    found = described(form, lexicon())
    assert len(found.grams) > 0
    assert all(0 <= gram < BUCKETS for gram in found.grams)
    row = unpacked([0, found.bits])[1]
    assert row.shape == (BITS,)
    assert sum(int(bit) << at for at, bit in enumerate(row)) == found.bits


@pytest.mark.parametrize(("press", "treebank"), [("l’", "l'"), ("«", '"'), ("»", '"'), ("aujourd’hui", "aujourd'hui")])
def test_the_punctuation_of_the_press_reads_as_that_of_the_treebanks(press: str, treebank: str) -> None:
    assert plain(press) == treebank
    assert described(press, lexicon()) == described(treebank, lexicon())


def test_figures_read_alike_and_capitals_are_told() -> None:
    assert described("1987", lexicon()).word == described("2024", lexicon()).word
    assert described("port", lexicon()).bits != described("Port", lexicon()).bits


def test_what_is_too_long_to_be_a_word_is_plain() -> None:
    assert plain("anticonstitutionnellement") == "anticonstitutionnellement"
    assert len(plain("x" * 1_000_000)) < 100
