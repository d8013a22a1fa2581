"""Paragraphs and sentences. Every sentence is invented."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.text.sentences import paragraphs, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["M. Tano est là.", "Il parle."],
        ["Le Dr. Bila et Mme. Sarr dorment.", "Bien."],
        ["Il cite J. B. Tano.", "Puis rien."],
        ["La hausse est de 3.5 points selon l’art. 5 du texte.", "Elle dure."],
        ["« Non ! » dit-il.", "Vient-il ?", "Oui…", "Peut-être !"],
        ["1. Un pont.", "2. Un bac."],
        ["Il part.", "« Oui. »", "Elle reste."],
        ["Voir le no. 5 ici.", "Il dit no.", "He left."],
        ["Il aime le thé… et le café.", "Fin."],
        ["Le pont est fermé.[1]", "Il pleut."],
        ["你好。", "再见！"],
        ["هل جاء؟", "نعم۔"],
        ["See Gen. Tano at 5 p.m. today.", "He left the U.S. Navy."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    text = " ".join(parts) if parts[0][0] != "你" else "".join(parts)
    assert [sentence.of(text) for sentence in sentences(text)] == parts


def test_glued_sentences_are_parted() -> None:
    text = "Il pleut.« Oui », dit-il.Elle part."
    assert [s.of(text) for s in sentences(text)] == ["Il pleut.", "« Oui », dit-il.", "Elle part."]


def test_paragraphs_by_blank_lines_and_by_line_ends() -> None:
    text = "  Un pont.\nDeux ponts.\n\n\n Trois \r\n\r\nQuatre\n"
    assert [p.of(text) for p in paragraphs(text)] == ["Un pont.", "Deux ponts.", "Trois", "Quatre"]


def test_lines_broken_to_fit_a_width_are_one_paragraph() -> None:
    text = (
        "Le pont de bois que le village avait bâti en un seul été\n"
        "a été emporté par la crue de la nuit, et le bac ne peut\n"
        "plus traverser."
    )
    assert [p.of(text) for p in paragraphs(text)] == [text]


@pytest.mark.parametrize("split", [sentences, paragraphs])
@given(text=st.text() | st.text(st.sampled_from("Aa. !?…\n\r«»\"1'’。M")))
def test_all_but_white_space_is_covered_once_in_order(split: type[sentences], text: str) -> None:
    spans = split(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
