"""Two people compared: what is held to be one, and what never is. Everybody is invented."""

import pytest

from sourcier.core.entity import Sighting
from sourcier.reading.entities.census import Census
from sourcier.reading.entities.resolution import compare
from tests.reading.entities.factory import person

ONE = [
    (person("a", "Abdourahim Tchallami"), person("b", "Abdourahim Tiallami")),
    (person("a", "Goukouni Zarrougui", country="TD"), person("b", "Goukouni Zarrugi", country="TD")),
    (person("a", "Sidi Ould Khattarou", country="MR"), person("b", "Sidi Khatarou", country="MR")),
    (person("a", "Abdel Moumen El Zarrougui"), person("b", "Abdelmoumen al-Zarrougui")),
    (person("a", "KOSSOMBI Ferdaws"), person("b", "Ferdaws Kossombi")),
    (
        person("a", "Tombalou", "préfet de Mirriah", country="NE"),
        person("b", "Ali Tombalou", "préfet de Mirriah", country="NE"),
    ),
    (
        person("a", "A. Tombalou", "préfet", country="NE"),
        person("b", "Ali Tombalou", "préfet de Mirriah", country="NE"),
    ),
    (
        person("a", "Moussa Ibrahim", "maire de Bako", country="NE"),
        person("b", "Moussa Ibrahim", "maire de Bako", country="NE"),
    ),
    (person("a", "Ali Tombalou", "lieutenant", country="NE"), person("b", "Ali Tombalou", "capitaine", country="NE")),
    (
        person("a", "Ali Tombalou", "ministre de la Santé", country="NE", published="2031-01-01"),
        person("b", "Ali Tombalou", "Premier ministre", country="NE", published="2032-03-01"),
    ),
]
TWO = [
    (person("a", "Tombalou"), person("b", "Tombalou")),
    (person("a", "Tombalou", country="NE"), person("b", "Ali Tombalou", country="NE")),
    (person("a", "Tombalou", "préfet de Mirriah"), person("b", "Ali Tombalou", "préfet de Mirriah")),
    (person("a", "Ali", "préfet de Mirriah", country="NE"), person("b", "Ali Tombalou", "maire de Bako", country="NE")),
    (person("a", "Moussa Ibrahim"), person("b", "Moussa Ibrahim")),
    (person("a", "Amadou Diallo", country="GN"), person("b", "Amadou Diallo", country="GN")),
    (person("a", "Ibrahim Moussa", country="NE"), person("b", "Moussa Ibrahim", country="NE")),
    (person("a", "Ali Tombalou", country="NE"), person("b", "Ali Tombalou", country="ML")),
    (person("a", "Ali Tombalou", "footballeur"), person("b", "Ali Tombalou", "préfet de Mirriah")),
    (person("a", "Sanda Tombalou", "sénatrice"), person("b", "Sanda Tombalou", "imam de Bako")),
    (person("a", "Hassan Tombalou"), person("b", "Hassana Tombalou")),
    (person("a", "Mohamed Tombalou"), person("b", "Mamadou Tombalou")),
    (person("a", "Joseph Ondobong"), person("b", "Joseph Ondobong fils")),
    (
        person("a", "Ali Tombalou", "ministre de la Santé", published="2031-01-01"),
        person("b", "Ali Tombalou", "ministre de la Défense", published="2031-01-20"),
    ),
    (person("a", "Kouakou N'Dri Affoumani"), person("b", "Kouakou Yao Affoumani")),
]


@pytest.mark.parametrize(("left", "right"), ONE, ids=lambda one: one.name)
def test_one_person(left: Sighting, right: Sighting) -> None:
    match = compare(left, right, Census())
    assert match.score >= 0.5, match.reasons
    assert sum(reason.weight for reason in match.reasons) >= 17
    assert compare(right, left, Census()).score == match.score


@pytest.mark.parametrize(("left", "right"), TWO, ids=lambda one: one.name)
def test_two_people_or_not_known(left: Sighting, right: Sighting) -> None:
    assert compare(left, right, Census()).score < 0.5
    assert compare(right, left, Census()).score < 0.5


def test_every_match_has_its_reasons() -> None:
    left = person("a", "Ali Tiombalou", "préfet de Mirriah", country="NE", companions=("fanta gouro",))
    right = person("b", "Aly Tyombalou", "préfet de Mirriah", country="NE", companions=("fanta gouro",))
    reasons = compare(left, right, Census()).reasons
    assert [reason.kind for reason in reasons] == ["spelling", "country", "office", "company"]
    assert reasons[0].text == "ali tiombalou = aly tyombalou"


def test_a_name_that_everybody_shares_the_company_of_says_nothing() -> None:
    known = Census(articles={"kossi le president": 5000})
    left, right = (person(article, "Moussa Ibrahim", companions=("kossi le president",)) for article in "ab")
    assert [reason.kind for reason in compare(left, right, known).reasons] == ["name"]


def test_a_surname_of_many_names_says_less() -> None:
    left, right = person("a", "Ali Tombalou"), person("b", "Ali Tombalou")
    rare, borne = compare(left, right, Census()), compare(left, right, Census(names={"tombalu": 30.0}))
    assert borne.score < 0.5 <= rare.score


def test_kinds_are_never_mixed() -> None:
    left = person("a", "Ali Tombalou")
    right = Sighting("b", 0, "organisation", "Ali Tombalou")
    assert compare(left, right, Census()).score == 0
