"""Tokens of French. Every text is invented; traps.toml holds most of them."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.span import Span
from sourcier.engines.french.shadow import plain
from sourcier.engines.french.tokens import tokens

TRAPS: dict[str, str] = tomllib.loads(Path(__file__).with_name("traps.toml").read_text("utf-8"))["tokens"]
PRESS = st.text(
    st.sampled_from("aeé'’-. ,?!«»\"()…A1L0MT\u00a0\u202f\u00ad\u200b\ufeff\u0301\n…/@:#%°😀") | st.characters(),
    max_size=80,
)

HIDDEN = ["a\u200b", "\u200b", "e\u0301"]


def forms(text: str) -> list[str]:
    return [token.of(text) for token in tokens(text, Span(0, len(text)))]


@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS)
def test_traps(trap: str) -> None:
    wanted = [form.replace("~", " ") for form in re.split("[ |]", trap)]
    assert forms(trap.replace("|", "").replace("~", " ")) == wanted


@given(PRESS)
def test_tokens_are_ordered_disjoint_and_hold_all_but_white_space(text: str) -> None:
    found = tokens(text, Span(0, len(text)))
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(len(token) for token in found)
    held = {place for token in found for place in range(token.start, token.end)}
    assert {place for place, character in enumerate(text) if not character.isspace()} <= held
    assert all(0 <= place < len(text) for place in held)


@given(PRESS, PRESS, PRESS)
def test_a_paragraph_alone_reads_as_in_its_article(before: str, paragraph: str, after: str) -> None:
    start = len(before)
    there = tokens(before + paragraph + after, Span(start, start + len(paragraph)))
    alone = tokens(paragraph, Span(0, len(paragraph)))
    assert [(token.start - start, token.end - start) for token in there] == [
        (token.start, token.end) for token in alone
    ]


@pytest.mark.parametrize(
    "piece",
    [
        *"a . a. a@ a- -le 1 1, http:// http://, U. U.- l' d'a' a( # Le a· A/ IV/ www. A.1 I 語".split(),
        "1 000 ",
        "etc.  ",
        " ",
        *HIDDEN,
    ],
)
def test_a_long_paragraph_of_one_piece_is_read(piece: str) -> None:
    text = piece * (120_000 // len(piece))  # far too long for anything but linear time
    found = tokens(text, Span(0, len(text)))
    assert found == [] if piece == " " else sum(map(len, found)) >= len(text) - text.count(" ")


def test_an_empty_stretch_has_no_tokens() -> None:
    assert tokens("Le maire", Span(2, 2)) == []
    assert forms(" \u00a0\n ") == []


@pytest.mark.parametrize(
    ("form", "wanted"),
    [("L’", "L'"), ("e\u0301tat", "état"), ("gouver\u00adnement", "gouvernement"), ("maire", "maire")],
)
def test_a_plain_form_is_as_word_lists_have_it(form: str, wanted: str) -> None:
    assert plain(form) == wanted
