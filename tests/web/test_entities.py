"""The pages of entities: the list, one of them, and what people decide, with a way back."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sourcier.store.ledger import Ledger
from tests.web.filled import HOSTILE
from tests.web.visiting import client, token
from tests.workflow.test_entity_decisions import _ONE, _OTHER, _made
from tests.workflow.test_entity_finding import _add, _article, _facts

_AS_JSON = {"accept": "application/json"}


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[TestClient]:
    with Ledger(tmp_path / "a.db") as ledger:
        _add(ledger, _made((1, _ONE), (2, _ONE), (3, _OTHER)))
    with client(tmp_path / "a.db") as opened:
        yield opened


def _items(browser: TestClient, query: str = "") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = browser.get(f"/entities{query}", headers=_AS_JSON).json()["items"]
    return rows


def _names(browser: TestClient) -> list[tuple[str, int]]:
    return [(each["name"], each["articles"]) for each in _items(browser)]


def _post(browser: TestClient, address: str, **form: str) -> str:
    answer = browser.post(address, data={"token": token(browser), **form})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


_APART = [(_ONE, 2), (_OTHER, 1)]


def test_the_list_is_searched_and_filtered(browser: TestClient) -> None:
    assert _names(browser) == _APART
    assert [each["name"] for each in _items(browser, "?q=tassigot")] == [_OTHER]
    assert _items(browser, "?kind=place") == []
    assert browser.get("/entities?kind=horse").status_code == 400
    page = browser.get("/entities?lang=fr").text
    assert f">{_ONE}</a>" in page
    assert "ministre des Ports" in page


def test_one_says_where_it_is_named_and_why(browser: TestClient) -> None:
    (found, _) = _items(browser)
    page = browser.get(f"/entities/{found['id']}?lang=en").text
    assert page.count('type="checkbox"') == 2
    assert "same name" in page
    assert len(browser.get(f"/entities/{found['id']}", headers=_AS_JSON).json()["sightings"]) == 2
    assert browser.get("/entities/p0").status_code == 404


def test_merged_split_renamed_and_taken_back(browser: TestClient) -> None:
    one, other = (each["id"] for each in _items(browser))
    merged = _post(browser, f"/entities/{one}/merge", other=other, author="A. D.")
    assert _names(browser) == [(_ONE, 3)]
    assert "A. D." in browser.get(merged).text
    _post(browser, f"{merged}/undo")
    assert _names(browser) == _APART
    article = browser.get(f"/entities/{one}", headers=_AS_JSON).json()["sightings"][0]["article"]
    apart = _post(browser, f"/entities/{one}/split", **{f"article_{article}": "yes"})
    assert len(_items(browser)) == 3
    _post(browser, f"{apart}/undo")
    renamed = _post(browser, f"/entities/{one}/rename", name=HOSTILE.replace("\x00", "").replace("\ud800", ""))
    assert "<script>alert" not in browser.get(renamed).text
    _post(browser, f"{renamed}/undo")
    assert _names(browser) == _APART


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("merge", {}), ("merge", {"other": "Personne"}), ("merge", {"other": _ONE}), ("split", {}),
        ("split", {"article_ffff": "yes"}), ("rename", {"name": " "}), ("undo", {}),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said(browser: TestClient, verb: str, form: dict[str, str]) -> None:
    one = _items(browser)[0]["id"]
    answer = browser.post(f"/entities/{one}/{verb}", data={"token": token(browser), **form})
    assert answer.status_code in {400, 404}
    assert _names(browser) == _APART
    assert browser.post(f"/entities/{one}/{verb}", data=form).status_code == 403


def test_articles_that_are_not_read_yet_are_read_on_demand(tmp_path: Path) -> None:
    made = [_article(number, [(_ONE, "maire")]) for number in range(12)]
    with Ledger(tmp_path / "a.db") as ledger:
        list(ledger.add(made))
    with client(tmp_path / "a.db") as browser:
        page = browser.get("/entities?lang=en").text
        assert "12 articles are not read yet" in page
        assert re.search(r'name="facts" value="yes"', page)
        answer = browser.post("/imports/refresh", data={"token": token(browser), "facts": "yes"})
        key = answer.headers["location"].rpartition("/")[2]
        while browser.get(f"/imports/{key}", headers=_AS_JSON).json()["state"] not in {"done", "failed"}:
            pass
        assert browser.get("/entities", headers=_AS_JSON).json()["behind"] == 0
        assert _items(browser)


def test_hostile_names_are_words(tmp_path: Path) -> None:
    name = "<b>Anselme</b> <script>Karivolo"
    article = _article(1, [(name, "maire")])
    with Ledger(tmp_path / "a.db") as ledger:
        _add(ledger, [(article, _facts(article, [(name, "maire")]))])
    with client(tmp_path / "a.db") as browser:
        (found,) = _items(browser)
        for address in ("/entities", f"/entities/{found['id']}"):
            assert "<script>Karivolo" not in browser.get(address).text
