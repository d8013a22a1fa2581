"""Texts that name media more often than any article does; all are invented."""

import pytest

from sourcier.core.article import Article
from sourcier.lineage.mentions import mentions


@pytest.mark.parametrize(
    "line", ["Selon l'AFP, il pleut.", "(AFP)", "AFP", "Source : AFP", "avec AFP", "SORA (AFP) - Il pleut"]
)
@pytest.mark.parametrize("end", ["(Reuters)", "Source : Reuters", "Avec Reuters"])
def test_the_last_lines_are_looked_at_whatever_stands_above(line: str, end: str) -> None:
    found = mentions(Article("a", f"{line}\n\n" * 1500 + end, outlet="Le Phare"))
    assert "Reuters" in {one.name for one in found}


def test_a_medium_named_very_often_hides_no_other() -> None:
    text = "Il pleut, selon l'AFP. " * 1500 + "Il neige, selon Reuters."
    found = mentions(Article("a", text, outlet="Le Phare"))
    assert {one.name for one in found} == {"AFP", "Reuters"}
    assert len(found) < 1500
