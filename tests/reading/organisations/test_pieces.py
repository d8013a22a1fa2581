"""The pieces beneath the rules: phrases, tables, and texts that are no texts."""

import tomllib
from importlib.resources import files
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.core.organisation import OrganisationKind
from sourcier.engines import registry
from sourcier.lang.language import Language
from sourcier.reading.gazetteer.gazetteer import gazetteer
from sourcier.reading.names.settling import settled
from sourcier.reading.names.words import words
from sourcier.reading.organisations.known import ANY, SEVERAL, known, of_country
from sourcier.reading.organisations.phrases import Phrases, parts
from sourcier.reading.organisations.reader import candidates, organisations
from sourcier.reading.organisations.table import table

KNOWN = Language("fr").table("known_organisations")
PIECES = [
    *(
        "L'",
        "armée",
        "Niamey",
        "(",
        "ANSD",
        ")",
        "ministère",
        "de",
        "la",
        ",",
        "Santé",
        "et",
        "« ",
        " »",
        "Paris",
        "\n",
    ),
    *("a dénoncé", "ONG", ".", "GSIM", "Le", "Monde", "FC", "quotidien", "l’", "-", "Union", "entre", "ou", "123"),
]


@pytest.mark.parametrize(
    ("tokens", "stop"),
    [
        (["Société", "des", "mines", "de", "l’", "Aïr", "a"], 6),
        (["SOCIETE", "DES", "MINES", "DE", "L'AIR"], 5),
        (["société", ",", "des", "mines", "de", "l'", "aïr"], None),
        (["Société", "des", "mines"], None),
    ],
)
def test_phrases_are_found_in_any_spelling(tokens: list[str], stop: int | None) -> None:
    found = Phrases([("Société des mines de l'Aïr", 1)]).at([parts(token) for token in tokens], 0, len(tokens))
    assert (found[0] if found else None) == stop


def test_the_longest_phrase_holds_and_none_crosses_the_limit() -> None:
    phrases = Phrases([("Conseil", 1), ("Conseil de sécurité", 2)])
    tokens = [parts(token) for token in ("Conseil", "de", "sécurité")]
    assert phrases.at(tokens, 0, 3) == (3, 2)
    assert phrases.at(tokens, 0, 2) == (1, 1)
    assert phrases.at(tokens, 1, 3) is None


def test_a_hyphen_binds_and_a_comma_does_not() -> None:
    phrases = Phrases([("Al-Qaïda", 1)])
    assert phrases.at([parts(token) for token in ("Al", "-", "Qaida")], 0, 3) == (3, 1)
    assert phrases.at([parts(token) for token in ("Al", ",", "Qaida")], 0, 3) is None


def test_the_table_of_known_bodies_has_kinds_and_countries() -> None:
    assert set(KNOWN["bodies"]) <= set(get_args(OrganisationKind))
    codes = {code for countries in KNOWN["bodies"].values() for code in countries}
    assert all(code in {ANY, SEVERAL} or (len(code) == 2 and code.isupper()) for code in codes)
    assert sum(len(bodies) for countries in KNOWN["bodies"].values() for bodies in countries.values()) > 2000


def test_names_told_apart_stand_in_the_table() -> None:
    names = {
        name
        for countries in KNOWN["bodies"].values()
        for bodies in countries.values()
        for full, others in bodies.items()
        for name in (full, *others)
    }
    assert set(KNOWN["names"]["common"]) <= names


@pytest.mark.parametrize(("country", "kind"), [("NE", "media"), ("DZ", "military"), ("FR", "military")])
def test_an_acronym_of_two_bodies_is_the_country_s_own(country: str, kind: str) -> None:
    found = known("fr").at([parts("ANP")], 0, 1)
    assert found
    assert of_country(found[1], country).kind == kind


def test_head_nouns_stand_once() -> None:
    rows = tomllib.loads(files("sourcier.lang").joinpath("fr", "organisations.toml").read_text("utf-8"))
    nouns = [noun for kinds in rows["heads"].values() for names in kinds.values() for noun in names]
    assert sorted({noun for noun in nouns if nouns.count(noun) > 1}) == []
    assert len(nouns) > 150


def test_a_language_without_tables_has_no_bodies() -> None:
    assert table("en") is None
    assert table("xx") is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_text_is_read(pieces: list[str]) -> None:
    of = words(registry.load("french").analyse(" ".join(pieces)))
    held = settled(of, candidates(of, gazetteer()))
    for body in organisations(of, held, gazetteer(), None):
        assert body.name
        assert all(mention.span.of(of.analysis.text) for mention in body.mentions)
