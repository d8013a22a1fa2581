"""A credit tells the direction and is the credit of the tie: several texts of one agency, one of them without a date.

Every text and outlet here is invented.
"""

import pytest

from sourcier.core.moment import Moment
from sourcier.lineage.analysis import analyse
from sourcier.lineage.compare import compare
from sourcier.lineage.families import families
from tests import factory

OPENING = (
    "Le gouvernement de la région de Tillakoy a ordonné lundi la fermeture temporaire de douze écoles situées le long "
    "du fleuve, après la montée des eaux enregistrée depuis la mi-août dans plusieurs communes."
)
PUPILS = (
    "Selon le directeur régional, quelque 3 400 élèves seront accueillis dans des établissements voisins avant la fin "
    "du mois de septembre, et les cours reprendront dès que le niveau du fleuve aura baissé."
)
AID = (
    "Une aide de 250 millions de francs doit être débloquée cette semaine pour réparer les toitures, acheter des "
    "bâches et rouvrir les salles que le courant a emportées pendant la nuit de samedi."
)
DISPATCH = factory.article(
    "z.txt",
    f"GOROUBA (AGP) – {OPENING.replace('ordonné', 'annoncé')}\n\n{PUPILS}\n\n{AID}",
    outlet="Agence Gorou Presse",
    published="2031-09-01",
)
UNDATED = factory.article(
    "m.txt", f"Ce qu'il faut savoir.\n\n{OPENING.replace('ordonné', 'annoncé')}\n\n{AID}", outlet="AGP"
)
REPRINT = factory.article(
    "b.txt", f"{OPENING}\n\n{PUPILS}\n\nAvec AGP", outlet="L'Écho du Fleuve", published="2031-09-02"
)


@pytest.mark.parametrize("outlet", ["AGP", "Agence Gorou Presse", "agence gorou presse (AGP)"])
def test_a_credit_that_tells_the_direction_is_that_of_the_tie(outlet: str) -> None:
    undated = factory.article("m.txt", UNDATED.text, outlet=outlet)
    edges = [edge for family in families(analyse([DISPATCH, undated, REPRINT])) for edge in family.edges]
    assert any("b.txt" in {edge.derived, edge.source} for edge in edges)
    for edge in edges:
        assert edge.direction != "derived_first"
        if any(reason.kind == "credit" for reason in edge.reasons):
            assert (edge.derived, edge.credit.status) == ("b.txt", "full")


def test_a_text_that_credits_a_later_one_is_derived_from_it() -> None:
    late = factory.article("m.txt", UNDATED.text, outlet="Agence Gorou Presse", published="2031-09-03")
    pair = compare(late, REPRINT)
    assert (pair.derived.id, pair.source.id, pair.direction) == ("b.txt", "m.txt", "source_first")
    assert (pair.reasons[0].kind, pair.credit.status) == ("credit", "full")
    assert pair.source.published == Moment("2031-09-03"), "earliest is not source"
