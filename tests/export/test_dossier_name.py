"""The name of the file: readable, ASCII, and never long."""

from dataclasses import replace

import pytest

from sourcier.core.moment import Moment
from sourcier.export.dossier_name import dossier_name
from tests import factory


def test_outlets_and_day_make_the_name() -> None:
    pair = factory.comparison()
    source, derived = replace(pair.source, outlet="ASP"), replace(pair.derived, outlet="Le Courrier")
    pair = replace(pair, source=source, derived=replace(derived, published=Moment("2031-03-06T08:00Z")))
    assert dossier_name(pair) == "dossier-asp-le-courrier-2031-03-06.html"


@pytest.mark.parametrize(
    ("outlet", "told"),
    [
        ("Œuvre d'été", "oeuvre-d-ete"),
        ("../../etc/passwd\n", "etc-passwd"),
        ("x" * 300, "x" * 24),
        ("Agence inventée de presse et d'information", "agence-inventee-de"),
        ("新华社", "b"),
        (None, "b"),
    ],
)
def test_whatever_the_outlet_the_name_is_ascii_and_bounded(outlet: str | None, told: str) -> None:
    pair = factory.comparison()
    source = replace(pair.source, outlet=outlet, id="b")
    derived = replace(pair.derived, outlet=None, id="新", published=None)
    assert dossier_name(replace(pair, source=source, derived=derived)) == f"dossier-{told}-text.html"
