"""The weekly table: which week, what stands in it, and the weeks around it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests import factory
from tests.web.filled import keep, pair
from tests.web.visiting import client

_AS_JSON = {"accept": "application/json"}


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[TestClient]:
    pair(tmp_path / "a.db")
    with client(tmp_path / "a.db") as opened:
        yield opened


def test_the_latest_week_with_something_to_tell_is_shown_first(browser: TestClient) -> None:
    row = browser.get("/outlets/weeks", headers=_AS_JSON).json()
    assert (row["schema"], row["start"], row["end"]) == ("0.1", "2031-03-03", "2031-03-10")
    (one,) = row["items"]
    assert (one["outlet"], one["articles"]) == ("Le Phare inventé", 1)
    assert one["passages"] > 0
    assert one["full"] + one["partial"] + one["none_found"] + one["other_named"] == 1
    assert one["meaning"] > 0


@pytest.mark.parametrize("day", ["2031-03-03", "2031-03-06", "2031-03-09"])
def test_any_day_names_its_week(browser: TestClient, day: str) -> None:
    page = browser.get(f"/outlets/weeks?week={day}").text
    assert "3 March 2031 to 9 March 2031" in page
    assert "week=2031-02-24" in page
    assert "week=2031-03-10" in page


def test_another_week_is_empty_and_says_so(browser: TestClient) -> None:
    assert browser.get("/outlets/weeks?week=2031-03-10", headers=_AS_JSON).json()["items"] == []
    assert "Nothing of that kind" in browser.get("/outlets/weeks?week=2031-03-10").text


def test_only_what_is_new_or_of_reference(browser: TestClient) -> None:
    assert browser.get("/outlets/weeks?since=2999-01-01", headers=_AS_JSON).json()["items"] == []
    row = browser.get("/outlets/weeks?reference=yes", headers=_AS_JSON).json()
    assert (row["reference"], row["items"]) == (True, [])
    page = browser.get("/outlets/weeks?reference=yes&since=2020-01-01").text
    assert "since=2020-01-01&amp;reference=yes" in page
    assert 'name="reference" value="yes" checked' in page


@pytest.mark.parametrize("week", ["x", "2031-13-01", "2031", "20310304x", "-1"])
def test_a_day_that_is_none_is_refused(browser: TestClient, week: str) -> None:
    answer = browser.get(f"/outlets/weeks?week={week}")
    assert answer.status_code == 400
    assert "not a day such as 2031-03-04" in answer.text


@pytest.mark.parametrize("week", ["0001-01-01", "9999-12-31"])
def test_the_calendar_has_ends(browser: TestClient, week: str) -> None:
    answer = browser.get(f"/outlets/weeks?week={week}")
    assert answer.status_code == 400


def test_an_empty_ledger_has_a_week_too(tmp_path: Path) -> None:
    with client(tmp_path / "empty.db") as browser:
        assert browser.get("/outlets/weeks").status_code == 200


def test_the_columns_are_grouped_by_what_they_count_and_the_reuses_add_up(browser: TestClient) -> None:
    page = browser.get("/outlets/weeks").text
    assert '<th scope="colgroup" colspan="5" class="group">Reuses</th>' in page
    (row,) = re.findall(r'<tr><th scope="row">(?=<a).*?</tr>', page, re.DOTALL)
    cells = dict(re.findall(r'data-label="([^"]+)">(\d+)<', row))
    labels = re.findall(r'class="figure part" data-label="([^"]+)"', row)
    assert len(labels) == 4
    assert sum(int(cells[label]) for label in labels) == int(cells["Reuses"]) == 1
    assert "First seen here since" in page


def test_the_weeks_beside_say_how_many_texts_they_count(browser: TestClient) -> None:
    def beside(week: str) -> list[str]:
        return re.findall(r"\((\d+ texts?)\)", browser.get(f"/outlets/weeks?week={week}").text)

    assert beside("2031-03-04") == ["0 texts", "0 texts"]
    assert beside("2031-02-25") == ["0 texts", "1 text"]
    assert beside("2031-03-11") == ["1 text", "0 texts"]


def test_the_first_week_shown_has_rows_though_later_texts_take_up_nothing(tmp_path: Path) -> None:
    late = factory.article("late.txt", "Un autre texte.", published="2031-06-01", outlet="Le Tard", path="late.txt")
    keep(tmp_path / "a.db", [*factory.pair(), late])
    with client(tmp_path / "a.db") as browser:
        assert browser.get("/outlets/weeks", headers=_AS_JSON).json()["start"] == "2031-03-03"


def test_an_empty_week_offers_to_clear_its_filters(browser: TestClient) -> None:
    page = browser.get("/outlets/weeks?week=2031-03-04&since=2999-01-01").text
    assert '<a href="/outlets/weeks?week=2031-03-03">Clear the filters</a>' in page
    assert "Clear the filters" not in browser.get("/outlets/weeks?week=2031-03-11").text
