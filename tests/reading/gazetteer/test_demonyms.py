"""Demonyms: every form that is listed, and what is put together of two."""

import pytest

from sourcier.lang.language import Language
from sourcier.reading.gazetteer.demonyms import demonyms
from sourcier.reading.gazetteer.gazetteer import gazetteer

FRENCH = Language("fr")
TABLE = FRENCH.table("demonyms")


@pytest.mark.parametrize(
    ("word", "countries"),
    [
        ("nigérien", [("NE",)]),
        ("Nigériens", [("NE",)]),
        ("NIGERIENNE", [("NE",)]),
        ("nigérian", [("NG",)]),
        ("nigérianes", [("NG",)]),
        ("malienne", [("ML",)]),
        ("burkinabè", [("BF",)]),
        ("Burkinabé", [("BF",)]),
        ("congolais", [("CD", "CG")]),
        ("ivoiriennes", [("CI",)]),
        ("sud-africain", [("ZA",)]),
        ("équato-guinéenne", [("GQ",)]),
        ("guinéenne", [("GN",)]),
        ("nord-coréens", [("KP",)]),
        ("nigéro-libyenne", [("NE",), ("LY",)]),
        ("nigéro-nigériane", [("NE",), ("NG",)]),
        ("tchado‑libyenne", [("TD",), ("LY",)]),
        ("bénino-nigérienne", [("BJ",), ("NE",)]),
        ("algéro-libyenne", [("DZ",), ("LY",)]),
        ("franco-sud-africaine", [("FR",), ("ZA",)]),
        ("malo-nigérien", []),
        ("table", []),
        ("franco", []),
        ("", []),
        ("-", []),
        ("x" * 500, []),
    ],
)
def test_countries_of_a_word(word: str, countries: list[tuple[str, ...]]) -> None:
    assert list(demonyms(FRENCH).countries(word)) == countries


def test_a_long_chain_is_no_word() -> None:
    assert demonyms(FRENCH).countries("franco-" * 200 + "malien") == ()


def test_what_follows_tells_two_countries_apart() -> None:
    assert demonyms(FRENCH).told_apart("RDC") == "CD"
    assert demonyms(FRENCH).told_apart("Brazzaville") == "CG"
    assert demonyms(FRENCH).told_apart("Niamey") is None


def test_areas_are_in_the_gazetteer() -> None:
    assert demonyms(FRENCH).area("Sahéliennes") == "Sahel"
    assert demonyms(FRENCH).area("malienne") is None
    for area in TABLE["of_area"].values():
        assert any(one.name == area for one in gazetteer().named(area)), area


@pytest.mark.parametrize("name", ["of_country", "before_hyphen"])
def test_the_table_is_sorted_by_code_without_doubles_and_in_small_letters(name: str) -> None:
    assert list(TABLE[name]) == sorted(TABLE[name])
    for code, words in TABLE[name].items():
        assert gazetteer().country(code), code
        assert len(words) == len(set(words))
        assert all(word == word.lower().strip() for word in words)


def test_every_country_of_africa_has_its_demonym() -> None:
    codes = "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ"
    assert set(f"{codes} NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW".split()) <= set(
        TABLE["of_country"]
    )
