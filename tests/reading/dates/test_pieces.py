"""The calendar, the numbers and the notation beneath the rules."""

import re
from datetime import date

import pytest

from sourcier.lang.language import Language
from sourcier.reading.dates import lunar
from sourcier.reading.dates.index import Index
from sourcier.reading.dates.notation import ANY, FIGURE, NOTHING, opaque, read
from sourcier.reading.dates.numerals import number, spelt
from sourcier.reading.dates.point import Point, month, shifted


@pytest.mark.parametrize("day", ["1961-04-02", "2000-04-23", "2008-03-23", "2024-03-31", "2038-04-25"])
def test_easter(day: str) -> None:
    when = date.fromisoformat(day)
    assert lunar.easter(when.year) == when


@pytest.mark.parametrize(
    ("day", "hijri"),
    [
        ("2024-03-11", (9, 1)),
        ("2024-06-17", (12, 10)),
        ("2023-04-21", (10, 1)),
        ("2000-01-08", (10, 1)),
        ("2015-09-24", (12, 10)),
    ],
)
def test_islamic_days_lie_within_a_day_of_those_kept(day: str, hijri: tuple[int, int]) -> None:
    when = date.fromisoformat(day)
    assert any(abs((found - when).days) <= 1 for found in lunar.hijri_in(when.year, *hijri))


def test_a_lunar_month_can_begin_twice_in_a_year() -> None:
    assert len(list(lunar.hijri_in(2030, 9, 1))) == 2


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("dix", 10),
        ("vingt et un", 21),
        ("quatre-vingt-dix-sept", 97),
        ("quatre-vingts", 80),
        ("deux cents", 200),
        ("mille", 1000),
        ("deux mille vingt-quatre", 2024),
        ("mille neuf cent soixante", 1960),
        ("une quinzaine", 15),
        ("1 500", 1500),
        ("mil neuf cent soixante et onze", 1971),
        ("deux trois", None),
        ("lundi", None),
    ],
)
def test_numbers_in_words(words: str, value: int | None) -> None:
    assert number("fr", words) == value


@pytest.mark.parametrize(
    ("point", "count", "unit", "edtf"),
    [
        (Point(2024, 3, 31), 1, "day", "2024-04-01"),
        (Point(2024, 3, 31), -1, "month", "2024-02"),
        (Point(2024, 3), 3, "year", "2027-03"),
        (Point(2024, 3, 1, "23:30"), 2, "hour", "2024-03-02T01:30"),
        (Point(2024, 3, 1), 48, "hour", "2024-03-03"),
        (Point(2024, 3, 1), 2, "hour", None),
        (Point(2024), 1, "month", None),
        (Point(-449), 0, "year", "-0449"),
    ],
)
def test_counting(point: Point, count: int, unit: str, edtf: str | None) -> None:
    found = shifted(point, count, unit)
    assert (found.edtf if found else None) == edtf


def test_months_are_counted_into_other_years() -> None:
    assert (month(2024, 0), month(2024, 13)) == (Point(2023, 12), Point(2025, 1))


def test_a_pattern_knows_the_words_it_begins_with() -> None:
    part = read("[le ](<x>|fin) mars", lambda _: opaque(r"\d", [FIGURE]))
    assert part.starts == {"le", "fin", FIGURE}


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("le [beau ]mois", {("le", "beau"), ("le", "mois")}),
        ("mois[ <x>] dernier", {("mois", FIGURE), ("mois", "dernier")}),
        ("(, |et )mois dernier", {("mois", "dernier"), ("et", "mois")}),
        ("l'an<x>", {("l", ANY)}),  # what is glued to a word is of it
        ("<x> mois", {(FIGURE, ANY)}),
        ("mois[s] dernier", {("mois", ANY)}),
        ("mois", {("mois", "")}),
    ],
)
def test_a_pattern_knows_the_two_words_it_begins_with(pattern: str, begins: set[tuple[str, str]]) -> None:
    assert read(pattern, lambda _: opaque(r"\d", [FIGURE])).begins == begins


def test_rules_are_found_by_their_first_two_words_in_their_order() -> None:
    begins = {"x": [("le", "mois")], "y": [("le", ""), ("un", "an")], "z": [("le", "mois"), ("", ""), (ANY, ANY)]}
    index = Index(begins, lambda rule: begins[rule])
    assert (index.at("le", "mois"), index.at("le", "an"), index.at("un", "an")) == (("x", "y", "z"), ("y",), ("y",))
    assert (index.at("un", "mois"), index.at("mois", ""), index.starts) == ((), (), {"le", "un"})


@pytest.mark.parametrize("pattern", ["[le", "(le", "le]", "le)", "[le)"])
def test_a_bracket_that_is_missing_is_said(pattern: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        read(pattern, lambda _: NOTHING)


def test_a_number_without_end_is_not_followed_to_its_end() -> None:
    """From each of its words it would be, which takes minutes where a page of words repeats one."""
    figures = Language("fr").table("dates")["pieces"]["figures"]["regex"]
    for regex, text in ((spelt("fr").regex, "cent " * 100), (figures, "100 " * 100)):
        found = re.match(regex, text)
        assert found
        assert 8 <= found.end() < 100
