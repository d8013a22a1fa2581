"""The list of articles, its filters and parts, and the search while it is typed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sourcier.core.hit import Hit
from sourcier.core.span import Span
from sourcier.web.contexts.articles import snippet
from tests.web.filled import many, pair
from tests.web.reading import read
from tests.web.visiting import client

_COUNT = 210
_AS_JSON = {"accept": "application/json"}


def _hit(text: str, *spans: tuple[int, int], start: int = 0) -> Hit:
    return Hit("a", None, None, None, text, Span(start, start + len(text)), tuple(Span(*span) for span in spans))


@pytest.mark.parametrize(
    ("hit", "expected"),
    [
        (_hit("un <b> mot", (3, 6)), "un <b>&lt;b&gt;</b> mot"),
        (_hit("un mot", (23, 26), start=20), "un <b>mot</b>"),
        (_hit("un mot", (0, 2), (3, 6)), "<b>un</b> <b>mot</b>"),
        (_hit("un mot", (3, 9)), "un mot"),
        (_hit("un mot", (0, 4), (3, 6)), "<b>un m</b>ot"),
        (_hit("un mot", (0, 2), start=20), "un mot"),
        (_hit(""), ""),
    ],
)
def test_the_words_found_are_bold(hit: Hit, expected: str) -> None:
    assert snippet(hit) == expected


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("articles") / "a.db"
    many(path, _COUNT)
    with client(path) as opened:
        yield opened


def _items(browser: TestClient, query: str) -> list[str]:
    return [each["path"] for each in browser.get(f"/articles?{query}", headers=_AS_JSON).json()["items"]]


def test_every_article_that_holds_the_words_is_on_one_part_of_the_list(browser: TestClient) -> None:
    parts = [_items(browser, f"q=barrage&page={page}") for page in range(1, 6)]
    assert [len(part) for part in parts] == [50, 50, 50, 50, 10]
    assert len({path for part in parts for path in part}) == _COUNT


def test_each_article_of_a_part_shows_where_the_words_stand(browser: TestClient) -> None:
    for page in ("1", "3", "5"):
        text = browser.get(f"/articles?q=barrage&page={page}").text
        assert text.count("<b>barrage</b>") == text.count("… Le ") > 0


def test_the_parts_lead_to_each_other_and_keep_the_filters(browser: TestClient) -> None:
    first, middle = (browser.get(f"/articles?q=barrage&from=2031-01-01{page}").text for page in ("", "&page=2"))
    assert 'rel="prev"' not in first
    (after,) = re.findall(r'href="([^"]+)" rel="next"', first)
    (before,) = re.findall(r'href="([^"]+)" rel="prev"', middle)
    assert after == "/articles?q=barrage&amp;from=2031-01-01&amp;page=2"
    assert before == "/articles?q=barrage&amp;from=2031-01-01"
    assert "part 2 of 5" in middle


@pytest.mark.parametrize("query", ["page=0", "page=", "page=1"])
def test_an_odd_first_part_is_the_first(browser: TestClient, query: str) -> None:
    assert _items(browser, query) == _items(browser, "")


def test_a_part_after_the_last_leads_back(browser: TestClient) -> None:
    page = browser.get("/articles?page=99999999")
    assert page.status_code == 200
    assert _items(browser, "page=99999999") == []


@pytest.mark.parametrize(
    "query",
    [
        "page=x",
        "page=-1",
        "page=1.5",
        "from=hier",
        "to=2031-02-30",
        "since=2031",
        "from=2031-03-04x",
        "credit=bogus",
        "category=bogus",
        "category=wording",
    ],
)
def test_odd_values_have_a_clear_answer(browser: TestClient, query: str) -> None:
    page, row = browser.get(f"/articles?{query}"), browser.get(f"/articles?{query}", headers=_AS_JSON)
    assert page.status_code == row.status_code == 400
    assert query.partition("=")[2][:10] in row.json()["error"]
    assert "Traceback" not in page.text


def test_the_filters_narrow_the_list(browser: TestClient) -> None:
    assert len(_items(browser, "outlet=Journal+1&page=2")) == _COUNT / 3 - 50
    assert len(_items(browser, "from=2031-03-01&to=2031-03-31")) == 18
    assert _items(browser, "since=2999-01-01") == []
    assert _items(browser, "q=affaire") == ["autre.txt"]
    assert _items(browser, "q=zzz") == []
    assert "No article is like that." in browser.get("/articles?q=zzz").text


def test_the_filters_stand_in_the_form_again(browser: TestClient) -> None:
    page = browser.get("/articles?q=barrage&outlet=Journal+1&from=2031-01-02&to=2031-02-03&since=2020-01-01").text
    for value in ("barrage", "Journal 1", "2031-01-02", "2031-02-03", "2020-01-01"):
        assert f'value="{value}"' in page


@pytest.mark.parametrize("words", ['"', "«", "* * *", "(", "AND OR NOT", "a:b", "^x", "-", "\u202e", "x" * 500])
def test_any_words_can_be_looked_for(browser: TestClient, words: str) -> None:
    for path in ("/articles", "/typed"):
        assert browser.get(path, params={"q": words}).status_code == 200


def test_what_is_typed_is_answered_with_a_piece_of_a_page(browser: TestClient) -> None:
    piece = browser.get("/typed?q=barr").text
    assert "<html" not in piece
    assert 'data-said="8 articles below"' in piece
    assert piece.count("<b>") == 8
    assert read(piece).links[-1] == "/articles?q=barr"
    assert "Nothing yet." in browser.get("/typed?q=").text


def test_what_is_typed_is_one_object_as_json(browser: TestClient) -> None:
    row = browser.get("/typed?q=barrage", headers=_AS_JSON).json()
    assert row["schema"] == "0.1"
    assert len(row["items"]) == 8
    assert all("barrage" in each["snippet"]["text"] for each in row["items"])


def test_a_list_of_what_was_looked_for_says_where_the_words_stand(browser: TestClient) -> None:
    (item,) = browser.get("/articles", params={"q": '"barrage numéro 17"'}, headers=_AS_JSON).json()["items"]
    (span,) = item["spans"]
    at, text = item["snippet"]["start"], item["snippet"]["text"]
    assert text[span["start"] - at : span["end"] - at] == "barrage numéro 17"
    other = browser.get("/articles", headers=_AS_JSON).json()["items"][0]
    assert (other["snippet"], other["spans"]) == (None, [])


def test_the_list_tells_which_articles_share_passages(tmp_path: Path) -> None:
    pair(tmp_path / "a.db")
    with client(tmp_path / "a.db") as browser:
        row = browser.get("/articles", headers=_AS_JSON).json()
        page = read(browser.get("/articles").text)
    assert (row["schema"], row["total"], row["offset"]) == ("0.1", 2, 0)
    family = row["items"][0]["family"]
    assert family == row["items"][1]["family"]
    assert page.links.count(f"/stories/{family}") == 2


def test_the_list_says_what_each_article_shares_and_whose_it_is(tmp_path: Path) -> None:
    pair(tmp_path / "a.db")
    with client(tmp_path / "a.db") as browser:
        items = browser.get("/articles", headers=_AS_JSON).json()["items"]
        page = re.sub(r"<[^>]+>|\s+", " ", browser.get("/articles").text)
    reprint, dispatch = sorted(items, key=lambda item: item["sharing"]["kind"])
    said = reprint["sharing"]
    assert (said["kind"], said["other"], said["outlet"]) == ("from", dispatch["id"], dispatch["outlet"])
    assert dispatch["sharing"] | {"other": reprint["id"], "texts": 1, "kind": "to"} == dispatch["sharing"]
    page = " ".join(page.split())
    assert f"{round(said['shared'] * 100)}% also in {dispatch['outlet']}" in page
    assert "taken up by 1 text" in page
    assert f"{dispatch['outlet']} {dispatch['title']}" in page  # two may have one title


def test_an_article_that_shares_nothing_says_so(browser: TestClient) -> None:
    assert "with none" in browser.get("/articles").text
    assert browser.get("/articles", headers=_AS_JSON).json()["items"][0]["sharing"] is None


@pytest.mark.parametrize("path", ["/articles", "/stories"])
def test_filters_are_folded_unless_one_is_set_and_an_empty_list_offers_to_clear_them(
    browser: TestClient, path: str
) -> None:
    assert "<details>" in browser.get(path).text
    assert "<details>" in browser.get(f"{path}?q=zzz").text
    page = browser.get(f"{path}?q=zzz&from=2031-01-02").text
    assert "<details open>" in page
    empty = page[page.index('class="lead"') :]
    assert f'<a href="{path}">Clear the filters</a>' in empty


def test_an_empty_ledger_leads_to_adding_articles(tmp_path: Path) -> None:
    with client(tmp_path / "empty.db") as browser:
        page = browser.get("/articles").text
    assert "No article here yet." in page
    assert "Clear the filters" not in page
