"""Input that once stopped the program or kept it busy; each of these ends at once."""

import pytest

from sourcier.core.article import Article
from sourcier.lineage.compare import compare
from sourcier.lineage.find import find
from sourcier.text.sentences import sentences
from tests.lineage.texts import text


@pytest.mark.parametrize("figure", ["100m²", "²h30", "①h", "9" * 5_000 + "h", "③", "½"])
def test_figures_that_are_no_numbers(figure: str) -> None:
    body = "La cour de l’école mesure {} et la commune veut y planter des arbres avant la saison des pluies."
    one, other = Article("a", body.format("80 pas")), Article("b", body.format(figure))
    assert compare(one, other).passages[0].edits


def test_very_long_words() -> None:
    body = text(1, 1) + " Voir {} pour la suite de cette histoire que tout le village raconte encore le soir."
    one, other = (Article(letter, body.format("x" * 20_000 + letter * 4_000)) for letter in "ab")
    assert compare(one, other).passages


def test_very_many_stops() -> None:
    assert len(sentences("Fin" + "." * 50_000 + "\n" + "… " * 20_000)) >= 1


def test_very_many_quotations() -> None:
    quotes = " ".join(f"« mot {number} »" for number in range(8_000))
    assert find(Article("a", quotes), [Article("b", text(1))]).passages == ()
