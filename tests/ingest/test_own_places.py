"""A user's table of places, row by row."""

import io

import pytest

from sourcier.core.listed import Listed
from sourcier.core.place import Place
from sourcier.core.problem import Problem
from sourcier.ingest.own_places import TOLD, read
from sourcier.ingest.trouble import Trouble


def rows(text: str) -> list[Listed | Problem]:
    return list(read(io.BufferedReader(io.BytesIO(text.encode())), "in/a.csv", "a.csv"))  # type: ignore[arg-type]


def test_columns_go_by_their_names_in_any_order() -> None:
    (found,) = rows("country,name,lat,lon,kind,names,population\nne,Farko,14.5,1.25,town,Farkô; Falko,1 200\n")
    place = Place("Farko", "town", "NE", 14.5, 1.25, 1200, "own:a.csv#2", None)
    assert found == Listed(place, ("Farko", "Farkô", "Falko"))


def test_headings_and_kinds_may_be_french_and_parted_by_semicolons() -> None:
    (found,) = rows("Nom;Type;Pays;Latitude;Longitude\nFarko;région;NE;14,5;1,25\n")
    assert isinstance(found, Listed)
    assert (found.place.kind, found.place.lat, found.place.lon) == ("region", 14.5, 1.25)


def test_only_the_name_must_be_there() -> None:
    assert rows("name\nFarko\n\n") == [
        Listed(Place("Farko", "village", None, None, None, None, "own:a.csv#2", None), ("Farko",))
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",town,NE,1,1", "its name is missing or too long"),
        ("Farko,hill,NE,1,1", "its kind is none of country, region, town, village, site, area, border, water, other"),
        ("Farko,town,Niger,1,1", "its country is no code of two letters: NIGER"),
        ("Farko,town,NE,91,1", "not a latitude in degrees: 91"),
        ("Farko,town,NE,1,est", "not a longitude in degrees: est"),
        ("Farko,town,NE,1,", "it has a latitude or a longitude alone"),
        ("F" * 30_000, "it is too long"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_the_rest_is_read(row: str, why: str) -> None:
    bad, good = rows(f"name,kind,country,lat,lon\n{row}\nIci,town,NE,1,1\n")
    assert isinstance(bad, Problem)
    assert (bad.where, bad.message) == ("in/a.csv#2", f"this row is no place: {why}")
    assert bad.hint
    assert isinstance(good, Listed)


@pytest.mark.parametrize("text", ["", "\n", "a,b\n1,2\n", "Farko,NE\n"])
def test_a_table_without_a_column_of_names_is_none(text: str) -> None:
    with pytest.raises(Trouble, match="no column of names"):
        rows(text)


def test_a_table_in_the_old_western_code_page_keeps_its_accents() -> None:
    table = "Nom;Pays\nTéra;NE\n".encode("cp1252")
    (found,) = read(io.BufferedReader(io.BytesIO(table)), "in/a.csv", "a.csv")  # type: ignore[arg-type]
    assert isinstance(found, Listed)
    assert found.place.name == "Téra"


def test_only_some_of_many_bad_rows_are_told_one_by_one() -> None:
    told = rows("name,kind\n" + "Farko,hill\n" * 100)
    assert len(told) == TOLD + 1
    assert isinstance(told[-1], Problem)
    assert told[-1].message == "80 more rows are no places"
