"""Where sentences begin. Every text is invented; traps.toml holds most of them."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.core.span import Span
from sourcier.engines.french.boundaries import boundaries
from sourcier.engines.french.pairs import between_dashes, inside
from sourcier.engines.french.tokens import tokens

TRAPS: dict[str, str] = tomllib.loads(Path(__file__).with_name("traps.toml").read_text("utf-8"))["sentences"]
WORDS = st.sampled_from(
    ["Le", "maire", "«", "»", '"', "(", ")", ".", "?!", "…", "-", "M.", "a", "-t-il", "dit", "2024", "😀", "\\n", ";"]
)


def marked(text: str) -> str:
    found = tokens(text, Span(0, len(text)))
    for begin in reversed(boundaries(text, found)[1:]):
        start = found[begin].start
        text = text[:start] + "‖" + text[start:]
    return text


@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS)
def test_traps(trap: str) -> None:
    trap = re.sub("‖ ?", "‖", trap)
    assert marked(trap.replace("‖", "")) == trap


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=60))
def test_boundaries_are_ordered_and_begin_with_the_paragraph(text: str) -> None:
    found = tokens(text, Span(0, len(text)))
    begins = boundaries(text, found)
    assert begins[:1] == [0][: len(found)]
    assert begins == sorted(set(begins))
    assert all(0 <= begin < len(found) for begin in begins)
    assert boundaries(text, found) == begins


def test_a_very_long_paragraph_is_read() -> None:
    text = "« Le maire est parti. Il revient (dit-on) lundi ! " * 3000
    found = tokens(text, Span(0, len(text)))
    assert len(boundaries(text, found)) > 3000


def test_no_tokens_no_sentences() -> None:
    assert boundaries("", []) == []


def test_inside_pairs() -> None:
    assert inside(["a", "(", "b", ")", "c", "("], "(", ")") == [False, False, True, True, False, False]
    assert inside([")", "(", *["a"] * 300, ")"], "(", ")") == [False] * 303


def test_between_dashes() -> None:
    assert between_dashes(["a", "-", "b", "-", "c"]) == [False, False, True, True, False]
    assert between_dashes(["a", "-", "b", ".", "-", "c"]) == [False] * 6
