"""« ne … pas » counts once."""

import pytest

from sourcier.core.edit import Edit
from sourcier.core.span import Span
from sourcier.export.negations import counted

SOURCE = "Les autorités ont confirmé le bilan."


def edits(text: str, *words: str) -> list[Edit]:
    """Return an insertion of each of these words, in their order."""
    found, at = [], 0
    for word in words:
        at = text.index(word, at)
        found.append(Edit("words", "insert", "negation", 0.9, Span(at, at + len(word)), Span(14, 14)))
        at += len(word)
    return found


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Les autorités n’ont pas confirmé le bilan.", ("n’", "pas"), ["pas"]),
        ("Les autorités ne l'ont encore jamais dit.", ("ne", "jamais"), ["jamais"]),
        ("Il n'est pas là et ne vient plus.", ("n'", "pas", "ne", "plus"), ["pas", "plus"]),
        ("Il ne sait. Pas un mot n'est dit.", ("ne", "Pas"), ["ne", "Pas"]),
        ("Il ne " + "dit vraiment " * 6 + "rien.", ("ne", "rien"), ["ne", "rien"]),
        ("Pas ici, jamais là.", ("Pas", "jamais"), ["Pas", "jamais"]),
    ],
)
def test_the_two_words_of_a_negation_are_one_difference(text: str, words: tuple[str, ...], left: list[str]) -> None:
    found = edits(text, *words)
    assert [edit.derived.of(text) for edit in counted(found, text, SOURCE)] == left


def test_words_that_the_derived_text_lost_are_one_difference_too() -> None:
    here, there = "Ils ont dit.", "Ils n'ont pas dit."
    found = [
        Edit("words", "delete", "negation", 0.9, Span(4, 4), Span(4, 6)),
        Edit("words", "delete", "negation", 0.9, Span(7, 7), Span(10, 14)),
    ]
    assert counted(found, here, there) == found[1:]
