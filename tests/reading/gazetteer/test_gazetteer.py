"""The gazetteer that is shipped, and one of a few invented places."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.gazetteer.middle import middle
from sourcier.core.errors import SourcierError
from sourcier.core.place import Place, PlaceKind
from sourcier.reading.gazetteer.encoding import encoded
from sourcier.reading.gazetteer.entry import Entry
from sourcier.reading.gazetteer.gazetteer import Gazetteer, gazetteer, opened
from sourcier.reading.gazetteer.keys import keys
from sourcier.reading.gazetteer.spelling import key
from sourcier.reading.gazetteer.table import Table

FILE = Path(str(files("sourcier.reading.gazetteer").joinpath("gazetteer.bin")))


def place(name: str, kind: PlaceKind = "town", *, people: int | None = None, source: str = "geonames:1") -> Place:
    return Place(name, kind, "ZZ", 12.34567, -0.5, people, source, "ZZ.01", None)


def made(*entries: Entry) -> Gazetteer:
    return Gazetteer(encoded(entries, {"ZZ": 0}))


def held(form: str) -> list[tuple[str, str | None]]:
    return [(one.kind, one.country) for one in gazetteer().named(form)]


@pytest.mark.parametrize(
    ("country", "capital"),
    [
        ("NE", "Niamey"),
        ("ML", "Bamako"),
        ("BF", "Ouagadougou"),
        ("TD", "N'Djaména"),
        ("CD", "Kinshasa"),
        ("SN", "Dakar"),
        ("CI", "Yamoussoukro"),
        ("DZ", "Alger"),
        ("EG", "Le Caire"),
        ("TG", "Lomé"),
        ("BJ", "Porto-Novo"),
        ("BI", "Gitega"),
        ("FR", "Paris"),
        ("CN", "Pékin"),
        ("UA", "Kiev"),
    ],
)
def test_capitals_bear_their_french_names(country: str, capital: str) -> None:
    found = gazetteer().capital(country)
    assert found is not None
    assert (found.name, found.kind, found.country) == (capital, "town", country)
    assert found in gazetteer().named(capital)


def test_a_country_a_state_and_a_river_have_one_name() -> None:
    country, state, river = gazetteer().named("Niger")
    assert (country.kind, country.country, country.source_id) == ("country", "NE", "iso:NE")
    assert (state.kind, state.country, state.source_id) == ("region", "NG", "iso:NG-NI")
    assert (river.kind, river.country, river.lat, river.lon) == ("water", None, None, None)


def test_a_region_and_its_seat_are_told_apart() -> None:
    town, region = gazetteer().named("Tillabéri")
    assert (town.kind, town.admin, town.source_id) == ("town", "NE.09", "geonames:2438678")
    assert (town.lat, town.lon) == (14.20711, 1.45418)
    assert (region.kind, region.admin, region.source_id) == ("region", "NE.09", "iso:NE-6")
    assert region == gazetteer().region("NE.09")
    assert region.radius_km
    assert region.population is None


@pytest.mark.parametrize("form", ["N'Djaména", "N’DJAMENA", "Ndjamena", "N Djamena", "N‘ Djaména", "N'Djame\u0301na"])
def test_one_town_in_many_spellings(form: str) -> None:
    assert gazetteer().named(form)[0].source_id == "geonames:2427123"


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("RDC", "CD"),
        ("RD Congo", "CD"),
        ("République du Congo", "CG"),
        ("RCI", "CI"),
        ("cote d ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("COTE D'IVOIRE", "CI"),
        ("Centrafrique", "CF"),
        ("Birmanie", "MM"),
        ("Etats-Unis", "US"),
        ("Burkina", "BF"),
        ("Guinée Bissau", "GW"),
        ("Guinée Conakry", "GN"),
        ("Sao Tomé et Principe", "ST"),
        ("Corée du Sud", "KR"),
        ("Royaume-Uni", "GB"),
        ("Libéria", "LR"),
    ],
)
def test_variants_of_countries(form: str, country: str) -> None:
    assert held(form)[0] == ("country", country)


def test_a_bare_congo_is_two_countries() -> None:
    assert held("Congo")[:2] == [("country", "CD"), ("country", "CG")]


@pytest.mark.parametrize(
    ("form", "kind", "country"),
    [
        ("Extrême-Nord", "region", "CM"),
        ("Nord-Kivu", "region", "CD"),
        ("Boucle du Mouhoun", "region", "BF"),
        ("Ménaka", "region", "ML"),
        ("Bandiagara", "region", "ML"),
        ("Yatenga", "region", "BF"),
        ("Borno", "region", "NG"),
        ("Darfour du Nord", "region", "SD"),
        ("Catalogne", "region", "ES"),
        ("Wallonie", "region", "BE"),
        ("Québec", "region", "CA"),
        ("Banibangou", "town", "NE"),
        ("Birni N'Konni", "town", "NE"),
        ("Birni N’konni", "town", "NE"),
        ("In-Gall", "town", "NE"),
        ("El-Geneina", "town", "SD"),
        ("Caire", "town", "EG"),
        ("St-Louis", "town", "SN"),
        ("Londres", "town", "GB"),
        ("Kivu", "area", "CD"),
        ("lac Tchad", "water", None),
    ],
)
def test_other_places(form: str, kind: str, country: str | None) -> None:
    assert (kind, country) in held(form)


def test_homonyms_come_with_their_population_the_largest_first() -> None:
    found = [one for one in gazetteer().named("Tripoli") if one.kind == "town"]
    assert {one.country for one in found} >= {"LY", "LB"}
    people = [one.population or 0 for one in found]
    assert people == sorted(people, reverse=True)
    assert all(people)


@pytest.mark.parametrize("form", ["marché", "soldat", "ministre", "Lamy", "", " ", "-", "'", "«", "尼亞美", "x" * 300])
def test_nothing_for_other_words(form: str) -> None:
    assert gazetteer().named(form) == ()


@pytest.mark.parametrize(
    ("words", "at", "end"),
    [
        (["à", "Niamey", ",", "hier"], 1, 2),
        (["la", "République", "démocratique", "du", "Congo", "et"], 1, 5),
        (["Côte", "d’", "Ivoire", "a"], 0, 3),
        (["Côte", "d", "'", "Ivoire"], 0, 4),
        (["Guinée", "-", "Bissau"], 0, 3),
        (["Guinée-Bissau"], 0, 1),
        (["Guinée", "et"], 0, 1),
        (["N'", "Djaména"], 0, 2),
        (["burkina", "faso"], 0, 2),
        (["burkina", "dit"], 0, 1),
    ],
)
def test_the_longest_name_among_words(words: Sequence[str], at: int, end: int) -> None:
    found = gazetteer().longest(words, at)
    assert found is not None
    assert found.end == end


@pytest.mark.parametrize("words", [["République", "du"], ["-", "Niamey"], [",", "Niamey"], ["'"], []])
def test_no_name_begins_here(words: Sequence[str]) -> None:
    assert gazetteer().longest(words) is None


def test_words_of_other_tokens_do_not_run_together() -> None:
    """« Ma » and « li » are no Mali."""
    assert all(one.end == 1 for one in [gazetteer().longest(["Ma", "li"])] if one)


def test_what_a_place_says_comes_back_from_the_file() -> None:
    town = place("Kolmari", people=1200, source="geonames:4294967")
    area = Place("Zarmara", "area", None, None, None, None, "sourcier:area-zarmara", None)
    region = Place("Région", "region", "ZZ", -89.0, 179.99999, None, "iso:ZZ-1", "ZZ.01", 300)
    found = made(*(Entry(one, (one.name,)) for one in (town, area, region)))
    assert (found.named("kolmari"), found.named("ZARMARA"), found.named("region")) == ((town,), (area,), (region,))
    assert found.region("ZZ.01") == region
    assert found.capital("ZZ") == town
    assert (found.country("ZZ"), found.capital("QQ"), len(found)) == (None, None, 3)


def test_a_country_comes_first_then_usual_names_then_the_largest() -> None:
    country = Entry(place("Zamo", "country", people=5), ("Zamo",))
    named = Entry(place("Zamo", people=10), ("Zamo",))
    larger = Entry(place("Zamo", people=20), ("Zamo",))
    other = Entry(place("Bamo", people=9000), ("Bamo",), ("Zamo",))
    found = made(other, named, country, larger).named("zamo")
    assert found == (country.place, larger.place, named.place, other.place)


NAMES = st.lists(st.text("abcé' -", min_size=1, max_size=14), max_size=60)


@given(NAMES, NAMES)
def test_every_name_is_found_no_other_and_the_next_in_order(names: list[str], others: list[str]) -> None:
    table = Table(encoded([Entry(place("Ici"), (name,)) for name in names], {}))
    known = sorted({one for name in names for one in keys(name)})
    for name in map(key, [*names, *others]):
        numbers, following = table.find(name)
        assert bool(numbers) == (name in known)
        assert following.decode() == next((one for one in known if one > name), "")


@pytest.mark.parametrize("end", [0, 10, 30, 2000, -1])
def test_a_file_that_is_cut_says_so_in_one_line(tmp_path: Path, end: int) -> None:
    cut = tmp_path / "gazetteer.bin"
    cut.write_bytes(FILE.read_bytes()[:end])
    with pytest.raises(SourcierError, match=r"^the gazetteer cannot be used: .+$") as caught:
        opened(cut)
    assert caught.value.hint


def test_another_file_is_no_gazetteer(tmp_path: Path) -> None:
    other = tmp_path / "gazetteer.bin"
    other.write_bytes(FILE.read_bytes().replace(b"GAZETTEER 1", b"GAZETTEER 9", 1))
    with pytest.raises(SourcierError, match="begins otherwise"):
        opened(other)


def test_the_file_is_small_and_opened_once_only_when_asked() -> None:
    assert FILE.stat().st_size <= 4_000_000
    assert gazetteer() is gazetteer()


def test_a_middle_needs_three_points_on_one_side_of_the_date_line() -> None:
    assert middle([(0, 0), (0, 2), (3, 1)]) == (1.0, 1.0, 223)
    assert middle([(0, 0), (0, 2)]) == (None, None, None)
    assert middle([(0, -179), (0, 179), (1, 178)]) == (None, None, None)
