"""The list of stories: filters that stay in the form, orders, parts, and rows in words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sourcier.core.family import AbsentOrigin
from sourcier.core.overview import Contrast, Origins, Overview
from sourcier.core.page import Page
from sourcier.core.selection import Selection
from sourcier.lang.interface import phrases
from sourcier.web.contexts.paging import Paging
from sourcier.web.contexts.rows import overview_row, page_row
from sourcier.web.contexts.stories import Stories
from sourcier.web.render import draw
from sourcier.web.visit import Shown
from tests import factory
from tests.web import filled
from tests.web.test_visit import visit
from tests.web.visiting import client

OVERVIEW = Overview(
    "f1", "Titre", 3, 2, "2031-03-03T18:05:00Z", "2031-03-04", Origins(1, 2), None, 4, "modality", 0.92, 3, 1
)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[TestClient]:
    filled.pair(tmp_path / "a.db")
    with client(tmp_path / "a.db") as opened:
        yield opened


def _row(overview: Overview, code: str = "en") -> str:
    """Return a story as the list shows it, without the page around it."""
    listed = Stories(Page((overview,), 1, 0), Selection(), "look", Paging(1, 1, None, None))
    page = draw(Shown("stories.html", listed), replace(visit(), phrases=phrases(code)))
    found = re.search(r"<article.*</article>", page, re.DOTALL)
    assert found
    return " ".join(found[0].split())


def test_a_row_says_counts_bound_heaviest_difference_and_missing_credit() -> None:
    row = _row(OVERVIEW)
    for words in (
        "3 articles · 2 outlets · from 3 March 2031 to 4 March 2031", "At most 2 origins for these 3 texts", "modality",
        "4 differences of meaning", "no credit found for 1 text taken up, of 3", 'href="/stories/f1"',
    ):  # fmt: skip
        assert words in row
    assert "crédit non trouvé pour 1 reprise sur 3" in _row(OVERVIEW, "fr")


def test_a_row_without_title_dates_ties_or_differences_says_no_more_than_is_known() -> None:
    bare = replace(
        OVERVIEW, title=None, start=None, end=None, outlets=0, category=None, meaning=0, ties=0, uncredited=0,
        origins=Origins(1, 1), absent=AbsentOrigin(None, "why"),
    )  # fmt: skip
    row = _row(bare)
    assert "Story without a title" in row
    assert "That text is not here" in row
    assert "credit" not in row
    assert "outlet" not in row


def test_the_words_of_the_heaviest_difference_have_an_arrow_only_with_a_direction() -> None:
    contrast = Contrast("a", "b", "320", "350", directed=True)
    assert '<q dir="auto">320</q> <span aria-hidden="true">→' in _row(replace(OVERVIEW, contrast=contrast))
    assert "→" not in _row(replace(OVERVIEW, contrast=replace(contrast, directed=False)))
    assert "∅" in _row(replace(OVERVIEW, contrast=replace(contrast, after="")))


def test_a_title_that_is_markup_stays_words() -> None:
    assert "<script>" not in _row(replace(OVERVIEW, title="<script>x</script>", absent=AbsentOrigin("<i>", "")))


def test_the_row_of_json_is_the_overview() -> None:
    assert overview_row(OVERVIEW)["origins"] == {"min": 1, "max": 2}
    assert b'"total":40' in page_row(Page((OVERVIEW,), 40, 30), overview_row)


@pytest.mark.parametrize(
    "query", ["", "?order=latest", "?order=size&outlet=Agence invent%C3%A9e", "?category=verb", "?q=port"]
)
def test_what_fits_is_listed(browser: TestClient, query: str) -> None:
    row = browser.get(f"/stories{query}", headers={"accept": "application/json"}).json()
    assert (row["total"], len(row["items"]), row["offset"]) == (1, 1, 0)
    assert browser.get(f"/stories{query}").status_code == 200


@pytest.mark.parametrize("query", ["outlet=Nobody", "category=negation", "from=2032-01-01", "q=zzzz", "absent=*"])
def test_what_does_not_fit_is_left_out_and_the_page_says_so(browser: TestClient, query: str) -> None:
    page = browser.get(f"/stories?{query}&lang=en").text
    assert "No story is like that." in page
    assert "0 such stories" in page


def test_the_form_keeps_what_was_asked(browser: TestClient) -> None:
    page = browser.get("/stories?category=verb&credit=partial&order=size&from=2031-01-01&q=port").text
    for kept in (
        'value="verb" selected',
        'value="partial" selected',
        'value="size" selected',
        "2031-01-01",
        'value="port"',
    ):
        assert kept in page


@pytest.mark.parametrize("query", ["order=best", "category=guilt", "credit=none", "from=yesterday", "page=x"])
def test_what_is_no_filter_has_a_clear_answer(browser: TestClient, query: str) -> None:
    answer = browser.get(f"/stories?{query}")
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_an_empty_ledger_has_no_story(tmp_path: Path) -> None:
    filled.keep(tmp_path / "a.db", [factory.article("seul.txt")])
    with client(tmp_path / "a.db") as browser:
        assert "No story:" in browser.get("/stories?lang=en").text
