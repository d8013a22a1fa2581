"""The lines of `read --json` and the tables for people, made from values."""

import json

from sourcier import read
from sourcier.core.article import Article
from sourcier.core.date import Date
from sourcier.core.facts import Facts
from sourcier.core.moment import Moment
from sourcier.core.number import Bound, Number
from sourcier.core.problem import Problem
from sourcier.core.span import Span
from sourcier.export import fact_rows
from sourcier.export.calendar_words import in_words
from sourcier.export.fact_tables import tables
from sourcier.lang.interface import phrases
from tests.factory_facts import TEXT, facts

NOTHING = Facts((), (), (), (), (), (), None, ())


def test_a_row_holds_the_article_and_a_list_a_reader() -> None:
    article = Article("a", TEXT, path="a.txt", language="fr", published=Moment("2031-03-04"))
    row = json.loads(fact_rows.read(article, facts(), facts().problems))
    assert list(row) == [
        "schema", "id", "path", "url", "outlet", "title", "title_span", "byline", "published", "language", "text",
        "country", "people", "offices", "organisations", "places", "dates", "numbers", "problems", "producer",
    ]  # fmt: skip
    assert row["published"] == "2031-03-04"
    (person,) = row["people"]
    assert [each["text"] for each in person["mentions"]] == ["Anselme Karivolo", "Karivolo"]
    assert person["mentions"][0]["cue"]["text"] == "ministre des Ports"
    assert person["roles"][0]["span"]["text"] == "ministre des Ports"
    assert row["problems"] == [{"stage": "dates", "message": "invented"}]


def test_every_span_is_what_stands_in_the_text() -> None:
    def spans(value: object) -> list[dict[str, object]]:
        if isinstance(value, list):
            return [one for each in value for one in spans(each)]
        if not isinstance(value, dict):
            return []
        here = [value] if {"start", "end", "text"} <= value.keys() else []
        return here + [one for each in value.values() for one in spans(each)]

    found = spans(fact_rows.fields(facts(), TEXT))
    assert len(found) == 9
    assert all(TEXT[each["start"] : each["end"]] == each["text"] for each in found)  # type: ignore[misc]


def test_without_a_reader_there_is_no_key_and_the_problem_says_so() -> None:
    row = json.loads(fact_rows.read(Article("a", "Ships."), None, [Problem("engine", "a", "no engine reads it")]))
    assert not {"people", "dates", "country"} & row.keys()
    assert row["problems"] == [{"stage": "engine", "message": "no engine reads it"}]


def test_whole_numbers_have_no_decimal_point() -> None:
    numbers = (Number(Span(0, 1), "count", 38.0, None, "min", "soldats", None, "n"),
               Number(Span(2, 3), "money", 1.5, 2.0, "range", None, "FCFA", "n"))  # fmt: skip
    row = fact_rows.fields(Facts((), (), (), (), (), numbers, None, ()), "a b")["numbers"]
    assert [(each["value"], type(each["value"]), each["value_max"]) for each in row] == [
        (38, int, None), (1.5, float, 2),
    ]  # fmt: skip


def test_a_reader_that_found_nothing_has_no_table() -> None:
    assert [table.kind for table in tables(NOTHING, "", phrases("en"))] == []
    kinds = ["people", "offices", "organisations", "places", "dates", "numbers"]
    assert [table.kind for table in tables(facts(), TEXT, phrases("fr"))] == kinds


def test_a_table_says_what_is_not_told() -> None:
    dates = Facts((), (), (), (), (Date(Span(0, 5), None, "day", "publication", "d"),), (), None, ())
    (table,) = tables(dates, "lundi", phrases("en"))
    assert table.rows[0].cells == ("lundi", "the text does not tell", "the publication")


def test_the_shift_of_a_copied_date_is_said() -> None:
    date = Date(Span(0, 4), "2024-09-03", "day", "publication", "d", "82b45236578e", "2024-09-11")
    found = Facts((), (), (), (), (date,), (), None, ())
    (row,) = fact_rows.fields(found, "hier")["dates"]
    assert (row["anchored_on"], row["shifted_from"]) == ("82b45236578e", "2024-09-11")
    (table,) = tables(found, "hier", phrases("en"))
    assert table.rows[0].cells == (
        "hier",
        "3 September 2024 (by the day of this article: 11 September 2024)",
        "the publication of the earlier text with this passage",
    )


def test_bounds_are_said() -> None:
    def value(bound: Bound, low: float, high: float | None = None, unit: str | None = None) -> str:
        number = Number(Span(0, 1), "count", low, high, bound, None, unit, "n")
        (table,) = tables(Facts((), (), (), (), (), (number,), None, ()), "x", phrases("en"))
        return table.rows[0].cells[1]

    assert value("min", 38) == "at least 38"
    assert value("max", 38.5) == "at most 38.5"
    assert value("range", 100, 200, "km") == "between 100 and 200 km"
    assert value("exact", 1500000, unit="FCFA") == "1,500,000 FCFA"


def test_calendar_values_in_words() -> None:
    english = phrases("en")
    assert in_words("2031-03-04", english) == english.date("2031-03-04")
    assert in_words("../2019", english) == "until 2019"
    assert in_words("2015/..", english) == "since 2015"
    assert in_words("2015/2018", english) == "2015 – 2018"
    assert in_words("2024-06-16~", english) == f"about {english.date('2024-06-16')}"


def test_numbers_of_every_kind_are_written() -> None:
    text = "Une centaine d’éleveurs, un mort et deux blessés, aucun navire, la moitié des sacs."
    found = read(text).numbers
    rows = fact_rows.fields(Facts((), (), (), (), (), found, None, ()), text)["numbers"]
    assert [each["value"] for each in rows] == [100, 1, 2, 0, 0.5]
