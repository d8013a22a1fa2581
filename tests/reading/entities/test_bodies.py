"""Two organisations compared."""

import pytest

from sourcier.core.entity import Sighting
from sourcier.reading.entities.census import Census
from sourcier.reading.entities.resolution import compare, resolved
from tests.reading.entities.factory import body, sizes

ONE = [
    (body("a", "Société des eaux du Kandar", "company", "NE"), body("b", "SEK", "company", "NE")),
    (body("a", "Front du Kandar libre", "armed_group"), body("b", "Front du Kandar Libre", "armed_group")),
    (
        body("a", "ministère de la Santé", "government", "NE"),
        body("b", "ministère nigérien de la Santé", "government", "NE"),
    ),
    (body("a", "garde-côtes libyens", "military", "LY"), body("b", "gardes-côtes libyens", "military", "LY")),
    (body("a", "Jnim", "armed_group", "ML"), body("b", "GSIM", "armed_group", "BF")),
    (body("a", "PDC", "party", "CM"), body("b", "PDC", "party", "CM")),
    (body("a", "Cour suprême", "judicial", "NE"), body("b", "Cour suprême du Niger", "judicial", "NE")),
    (body("a", "FLK", "armed_group"), body("b", "FLK", "armed_group")),
]
TWO = [
    (body("a", "PDC", "party", "CM"), body("b", "PDC", "party", "CD")),
    (body("a", "PDC", "party", "CM"), body("b", "PDC", "party")),
    (body("a", "PDC", "party", "CM"), body("b", "PDC", "ngo", "CM")),
    (
        body("a", "Parti du Kandar", "party", "NE", acronym="PDK"),
        body("b", "Parti démocrate kossi", "party", "NE", acronym="PDK"),
    ),
    (body("a", "ministère de la Santé", "government"), body("b", "ministère de la Santé", "government")),
    (body("a", "ministère de la Santé", "government", "NE"), body("b", "ministère de la Santé", "government", "ML")),
    (body("a", "Cour d'appel de Bako", "judicial", "NE"), body("b", "Cour d'appel de Mirriah", "judicial", "NE")),
    (body("a", "Niamey", "government", "NE"), body("b", "Bamako", "government", "ML")),
]


@pytest.mark.parametrize(("left", "right"), ONE, ids=lambda one: one.name)
def test_one_body(left: Sighting, right: Sighting) -> None:
    assert compare(left, right, Census()).score >= 0.5
    assert sizes(resolved([left, right])) == [2]


@pytest.mark.parametrize(("left", "right"), TWO, ids=lambda one: one.name)
def test_two_bodies_or_not_known(left: Sighting, right: Sighting) -> None:
    assert compare(left, right, Census()).score < 0.5
    assert sizes(resolved([left, right])) == [1, 1]


def test_an_acronym_that_two_full_names_have_is_neither_s() -> None:
    one = body("a", "Parti du Kandar", "party", "NE", acronym="PK")
    other = body("b", "Peuple de Kossi", "party", "NE", acronym="PK")
    assert sizes(resolved([one, other, body("c", "PK", "party", "NE")])) == [1, 1, 1]
