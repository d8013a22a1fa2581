"""Articles are called by their headlines, with the ids that commands take."""

from dataclasses import replace

from sourcier.export.names import article_cell, article_label, article_name
from sourcier.lang.interface import phrases
from tests import factory

EN = phrases("en")


def test_the_headline_stands_beside_outlet_day_and_id() -> None:
    _, source = factory.pair()
    name = "“Le port de Sainte-Aurore rouvre” (Agence inventée, 3 March 2031)"
    assert article_name(source, EN) == name
    assert article_label(source, EN) == f"{name} · depeche.txt"
    assert article_cell(source, EN).splitlines()[1:] == ["Agence inventée, 3 March 2031", "depeche.txt"]


def test_without_a_headline_the_id_stands_in() -> None:
    article = replace(factory.pair()[1], title=" ")
    for call in (article_name, article_label, article_cell):
        assert call(article, EN) == "Agence inventée (depeche.txt)"
        assert call(replace(article, outlet=None), EN) == "depeche.txt"


def test_nothing_empty_stands_in_brackets() -> None:
    assert article_name(factory.article(title="Un titre"), EN) == "“Un titre”"


def test_a_long_headline_is_cut_at_its_end() -> None:
    name = article_name(factory.article(title="mot " * 40), EN)
    assert name.endswith("mot…”")
    assert len(name) <= 62
