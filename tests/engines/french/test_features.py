"""What the network is told of a form."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.engines.french.features import BITS, BUCKETS, described, mapped, shortened
from sourcier.lang.fr.lexicon import lexicon


@given(form=st.text(min_size=1))
def test_any_form_has_features(form: str) -> None:
    found = described(form, lexicon())
    assert len(found.grams) > 0
    assert found.grams.min() >= 0
    assert found.grams.max() < BUCKETS
    assert found.bits.shape == (BITS,)
    assert set(found.bits.tolist()) <= {0.0, 1.0}


@pytest.mark.parametrize(("press", "treebank"), [("l’", "l'"), ("«", '"'), ("»", '"'), ("aujourd’hui", "aujourd'hui")])
def test_the_punctuation_of_the_press_reads_as_that_of_the_treebanks(press: str, treebank: str) -> None:
    one, other = described(press, lexicon()), described(treebank, lexicon())
    assert mapped(press) == treebank
    assert one.word == other.word
    assert np.array_equal(one.grams, other.grams)
    assert np.array_equal(one.bits, other.bits)


def test_figures_read_alike_and_capitals_are_told() -> None:
    assert described("1987", lexicon()).word == described("2024", lexicon()).word
    assert not np.array_equal(described("port", lexicon()).bits, described("Port", lexicon()).bits)


def test_what_is_too_long_to_be_a_word_is_shortened() -> None:
    assert shortened("anticonstitutionnellement") == "anticonstitutionnellement"
    assert len(shortened("x" * 1_000_000)) < 100
