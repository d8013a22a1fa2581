"""The words of a role name an office, and two offices speak for one man or for two."""

import pytest

from sourcier.lang.load import language
from sourcier.reading.entities.offices import office, offices
from sourcier.reading.entities.offices_compared import OFFICE, agreement
from sourcier.text.fold import fold

NAMED = [
    ("ministre de la Santé publique", "minister sante"),
    ("ministre malien de l’Intérieur", "minister interieur"),
    ("ancien préfet de Mirriah", "prefect mirriah"),
    ("gouverneur de la région de Diffa", "governor diffa"),
    ("président de la République", "president"),
    ("président du Niger", "president"),
    ("chef de l'État", "president"),
    ("président de la chambre de commerce", "president chambre commerce"),
    ("général de brigade", "general"),
    ("chef d'état-major des armées", "staff"),
    ("maître cordier", "maitre"),
]


@pytest.mark.parametrize(("role", "text"), NAMED)
def test_a_role_is_an_office(role: str, text: str) -> None:
    found = office(role, "fr")
    assert found is not None
    assert found.text == text


def test_former_offices_are_told() -> None:
    assert [bool(found and found.former) for found in (office("ex-ministre", "fr"), office("ministre", "fr"))] == [
        True,
        False,
    ]


def test_no_words_are_no_office() -> None:
    assert office("", "fr") is None
    assert office("de la", "fr") is None


COMPARED = [
    ("préfet de Mirriah", "préfet du département de Mirriah", 10, OFFICE),
    ("ministre de la Santé", "ministre de la Défense", 10, -8.0),
    ("ministre de la Santé", "ministre de la Défense", 300, -3.0),
    ("ministre de la Santé", "ministre de la Défense", None, -3.0),
    ("ministre de la Santé", "ancien ministre de la Défense", 10, -3.0),
    ("ministre de la Santé", "ministre", 10, 5.0),
    ("footballeur", "préfet de Mirriah", 500, -10.0),
    ("capitaine", "capitaine", 5, 3.0),
    ("capitaine", "colonel", 500, 1.0),
    ("préfet de Mirriah", "gouverneur de Diffa", 10, -8.0),
    ("président de la République", "chef de l'État", 900, OFFICE),
]


@pytest.mark.parametrize(("left", "right", "apart", "bits"), COMPARED)
def test_what_two_offices_say(left: str, right: str, apart: int | None, bits: float) -> None:
    table = offices("fr")
    one, other = office(left, "fr"), office(right, "fr")
    assert table
    assert one
    assert other
    assert agreement([one], [other], table, apart, same_country=True).bits == bits
    assert agreement([other], [one], table, apart, same_country=True).bits == bits


def test_a_woman_is_told_from_a_man() -> None:
    table = offices("fr")
    assert table
    assert table.gender(["directrice du port"]) == "woman"
    assert table.gender(["imam de Dosso"]) == "man"
    assert table.gender(["ministre"]) is None


def test_the_table_is_folded_and_every_head_has_its_field() -> None:
    found = language("fr")
    assert found
    table = found.table("offices")
    heads = [head for scope in ("alone", "of", "many") for head in table[scope]]
    assert sorted(heads) == sorted(head for own in table["field"].values() for head in own)
    phrases = [phrase for scope in ("alone", "of", "many") for own in table[scope].values() for phrase in own]
    assert [phrase for phrase in phrases if " ".join(map(fold, phrase.split())) != phrase] == []
    fields = set(table["field"]) - {"any"}
    assert {field for one, own in table["together"].items() for field in (one, *own)} <= fields
