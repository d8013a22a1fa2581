"""A dump of GeoNames' form, its places invented."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.place import Place
from sourcier.core.problem import Problem
from sourcier.ingest import geonames
from sourcier.ingest.geonames import Listed, read
from sourcier.ingest.trouble import Trouble


def line(**changed: str) -> str:
    fields = {
        "geonameid": "990001",
        "name": "Kolmari Béri",
        "asciiname": "Kolmari Beri",
        "alternatenames": "Kolmari,Kolmari Béri,كولماري",
        "latitude": "14.50000",
        "longitude": "-1.25",
        "class": "P",
        "code": "PPL",
        "country": "NE",
        "cc2": "",
        "admin1": "09",
        "admin2": "",
        "admin3": "",
        "admin4": "",
        "population": "0",
        "elevation": "",
        "dem": "231",
        "timezone": "Africa/Niamey",
        "modified": "2020-01-01",
    }
    return "\t".join((fields | changed).values()) + "\n"


def of(text: str | bytes) -> list[Listed | Problem]:
    data = text.encode() if isinstance(text, str) else text
    return list(read(io.BufferedReader(io.BytesIO(data)), "NE.txt"))


def packed(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("_", "."), text)
    return buffer.getvalue()


def test_a_line_is_a_place_with_its_names() -> None:
    place = Place("Kolmari Béri", "village", "NE", 14.5, -1.25, None, "geonames:990001", "NE.09")
    assert of(line()) == [Listed(place, ("Kolmari Béri", "Kolmari Beri", "Kolmari", "كولماري"))]


@pytest.mark.parametrize(
    ("group", "code", "people", "kind"),
    [
        ("P", "PPL", "0", "village"),
        ("P", "PPL", "1999", "village"),
        ("P", "PPL", "2000", "town"),
        ("P", "PPLC", "0", "town"),
        ("P", "PPLA3", "", "town"),
        ("P", "PPLX", "9000", "area"),
        ("P", "PPLQ", "0", "site"),
        ("A", "PCLI", "25000000", "country"),
        ("A", "ADM1", "0", "region"),
        ("A", "ADM3", "0", "region"),
        ("H", "WLL", "0", "water"),
        ("H", "STM", "0", "water"),
        ("T", "DSRT", "0", "area"),
        ("T", "MT", "0", "site"),
        ("S", "MN", "0", "site"),
        ("L", "PRK", "0", "area"),
    ],
)
def test_kinds_follow_the_feature_codes(group: str, code: str, people: str, kind: str) -> None:
    (found,) = of(line(**{"class": group, "code": code, "population": people}))
    assert isinstance(found, Listed)
    assert found.place.kind == kind


@pytest.mark.parametrize("group", ["R", "U"])
def test_roads_and_what_is_under_the_sea_are_left_out(group: str) -> None:
    assert len(of(line(**{"class": group, "code": "RD"}) + line())) == 1


def test_an_archive_as_it_came() -> None:
    assert of(packed(readme_txt="GeoNames\n", NE_txt=line() + line(geonameid="990002"))) == of(
        line() + line(geonameid="990002")
    )


def test_the_unknown_stays_unknown() -> None:
    (found,) = of(line(country="", admin1="00", population=""))
    assert isinstance(found, Listed)
    assert (found.place.country, found.place.admin, found.place.population) == (None, None, None)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("Kolmari;14,5;2,0\n", "1 columns instead of 19"),
        (line(latitude="north"), "not a latitude in degrees: north"),
        (line(latitude="90.5"), "not a latitude in degrees: 90.5"),
        (line(longitude="nan"), "not a longitude in degrees: nan"),
        (line(geonameid="x1"), "number is 'x1'"),
        (line(geonameid="9" * 5_000), "number is '99999999999999999999'"),
        (line(name=" "), "name is missing"),
        (line(name="K" * 201), "too long"),
        (line(country="Niger"), "country is 'Niger'"),
        (line(population="-3"), "population is '-3'"),
        (line(population="9" * 13), "population"),
        (line(alternatenames="K" * 100_000), "more than 100,000 bytes"),
    ],
)
def test_a_bad_line_is_a_problem_and_the_rest_is_read(bad: str, why: str) -> None:
    found, place = of(bad + "\n" + line())
    assert isinstance(found, Problem)
    assert found.where == "NE.txt#1"
    assert why in found.message
    assert isinstance(place, Listed)


def test_many_bad_lines_are_a_few_and_their_number() -> None:
    found = of(line() + "?\n" * 2000)
    assert len(found) == 1 + geonames.TOLD + 1
    assert isinstance(found[-1], Problem)
    assert "1,980 more lines" in found[-1].message


def test_a_table_without_end_is_read_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geonames, "MOST_LINES", 2)
    *places, last = of(line() * 5)
    assert len(places) == 2
    assert isinstance(last, Problem)
    assert "not read" in last.message


def test_names_are_bounded() -> None:
    (found,) = of(line(alternatenames=",".join(f"Kolmari {n}" for n in range(900)) + "," + "K" * 300))
    assert isinstance(found, Listed)
    assert len(found.names) == geonames.MOST_NAMES


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no line"),
        (b"name,lat,lon\nKolmari,1,2\n", "no line"),
        (b"\x89PNG\x00\x01", "no line"),
        (packed(readme_txt="GeoNames\n"), "0 tables"),
        (packed(NE_txt=line(), ML_txt=line()), "2 tables"),
        (packed(NE_txt=line() * 50)[:-40], "cannot be read"),
    ],
)
def test_another_file_is_no_dump(data: bytes, why: str) -> None:
    with pytest.raises(Trouble) as caught:
        of(data)
    assert why in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.hint


def test_a_damaged_archive_says_so() -> None:
    data = bytearray(packed(NE_txt="".join(line(geonameid=str(n)) for n in range(1, 2000))))
    data[200:260] = bytes(60)
    with pytest.raises(Trouble, match="cannot be read"):
        of(bytes(data))


def test_a_table_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geonames, "MOST_BYTES", 100)
    with pytest.raises(Trouble, match="more than 100 bytes"):
        of(packed(NE_txt=line() * 9))


@given(st.binary(max_size=400))
def test_no_bytes_but_places_problems_or_trouble(data: bytes) -> None:
    try:
        found = of(data)
    except Trouble:
        return
    assert all(isinstance(one, Listed | Problem) for one in found)


def test_the_file_stays_open(tmp_path: Path) -> None:
    path = tmp_path / "NE.zip"
    path.write_bytes(packed(NE_txt=line()))
    with path.open("rb") as stream:
        assert len(list(read(stream, str(path)))) == 1
        assert not stream.closed
