"""What a coder sees of two texts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sourcier.figures.excerpt import excerpts
from sourcier.figures.nearest_run import longest

WORDS = [f"mot{number}" for number in range(5_000)]
SHARED = "le convoi a franchi la passe avant la tombée de la nuit"


def text(*parts: str) -> str:
    return " ".join(parts)


def hashes(words: str) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    return np.array([ord(each) for each in words], np.uint64)


@given(st.text("abc", max_size=30), st.text("abc", max_size=30))
def test_the_longest_run_is_found(one: str, other: str) -> None:
    found = longest(hashes(one), hashes(other))
    wanted = max(
        (n for n in range(len(one) + 1) for at in range(len(one) - n + 1) if one[at : at + n] in other), default=0
    )
    assert found.words == wanted
    assert one[found.one : found.one + wanted] == other[found.other : found.other + wanted]


def test_short_texts_are_shown_whole() -> None:
    assert excerpts("Un titre\n\nUn  texte.", "Un autre.") == ("Un titre ¶ Un texte.", "Un autre.")


def test_long_texts_show_their_beginning_their_end_and_what_they_share() -> None:
    one = text(*WORDS[:1_000], SHARED, *WORDS[1_000:1_500])
    other = text(*WORDS[2_000:2_400], SHARED, *WORDS[2_400:3_500])
    for shown, whole in zip(excerpts(one, other), (one, other), strict=True):
        assert SHARED in shown
        assert shown.startswith(whole[:50])
        assert shown.endswith(whole[-50:])
        assert len(shown) < 3_000


def test_standing_text_does_not_hide_what_else_is_shared() -> None:
    footer = text(*(f"pied{number}" for number in range(40)))
    one = text(*WORDS[:400], SHARED, *WORDS[400:900], footer)
    other = text(*WORDS[2_000:2_900], SHARED, *WORDS[2_900:3_200], footer)
    assert all(SHARED in shown for shown in excerpts(one, other))


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_makes_an_excerpt_on_one_line(one: str, other: str) -> None:
    for shown in excerpts(one * 40, other * 40):
        assert len(shown.splitlines()) <= 1
