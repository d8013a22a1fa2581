"""The versions of a page: on the pages of its articles, side by side, and in the list."""

import json
import re
from pathlib import Path

import pytest

from sourcier.lang.interface import phrases
from sourcier.store.ledger import Ledger
from sourcier.workflow.desk import Desk
from sourcier.workflow.refreshing import refresh
from tests import factory
from tests.store.paged import ADDRESS, ANOTHER, FIRST, capture, history
from tests.web import filled
from tests.web.visiting import client

AS_JSON = {"accept": "application/json"}
ACCUSING = re.compile(r"silent|stealth|furti|secr[eè]t|en douce|discr[eè]t", re.IGNORECASE)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return a ledger with three texts of a page, one of another, and a text that takes up the first."""
    path = tmp_path / "sourcier.db"
    texts = [*history(), capture("d.html", ANOTHER, "2031-03-04T09:00:00Z", f"{ADDRESS}/mangues", title="La mangue")]
    filled.keep(path, [*texts, factory.article("e.txt", FIRST, path="e.txt", outlet="Radio Inventée", title="Reprise")])
    return path


def _id(ledger: Path, path: str) -> str:
    with Ledger(ledger) as opened:
        return opened.article(path).id


@pytest.mark.parametrize(("code", "words"), [("fr", "Versions de cette page"), ("en", "Versions of this page")])
def test_a_page_lists_its_versions_with_what_changed(ledger: Path, code: str, words: str) -> None:
    second, first = _id(ledger, "b.html"), _id(ledger, "a.html")
    with client(ledger) as browser:
        shown = browser.get(f"/articles/{second}?lang={code}").text
    assert words in shown
    assert f"/articles/{second}/beside/{first}" in shown
    assert shown.index("Douze") < shown.index("Vingt")
    assert shown.count('<li value="') == 3
    assert not ACCUSING.search(shown)


def test_an_article_with_one_text_has_no_such_list(ledger: Path) -> None:
    with client(ledger) as browser:
        for path in ("d.html", "e.txt"):
            assert 'id="versions"' not in browser.get(f"/articles/{_id(ledger, path)}").text
            assert browser.get(f"/articles/{_id(ledger, path)}", headers=AS_JSON).json()["versions"] == []


def test_the_same_as_json(ledger: Path) -> None:
    first, second, third = (_id(ledger, f"{name}.html") for name in "abc")
    with client(ledger) as browser:
        told = browser.get(f"/articles/{third}", headers=AS_JSON).json()["versions"]
    assert [(each["id"], each["position"], each["before"]) for each in told] == [
        (first, 1, None), (second, 2, first), (third, 3, second),
    ]  # fmt: skip
    assert [each["meaning"] for each in told] == [None, 1, 0]
    (edit,) = told[1]["edits"]
    assert (edit["source"]["text"], edit["derived"]["text"], edit["category"]) == ("Douze", "Vingt", "number")
    assert [each["kind"] for each in told[2]["blocks"]] == ["inserted"]


def test_what_is_told_of_other_texts_leaves_other_versions_out(ledger: Path) -> None:
    with client(ledger) as browser:
        shown = browser.get(f"/articles/{_id(ledger, 'a.html')}?lang=en").text
        lead = re.search(r'<p class="lead">(.+?)</p>', shown)
        assert lead is not None
        assert "Reprise" in lead[1]
        with Ledger(ledger) as opened:
            opened.remove("e.txt")
            refresh(opened)
        shown = browser.get(f"/articles/{_id(ledger, 'a.html')}?lang=en").text
    assert "But for other versions of this page, no passage of this text stands elsewhere" in shown


def test_side_by_side_the_earlier_version_stands_first(ledger: Path) -> None:
    first, second = _id(ledger, "a.html"), _id(ledger, "b.html")
    with client(ledger) as browser:
        for one, other in ((first, second), (second, first)):
            shown = browser.get(f"/articles/{one}/beside/{other}?lang=en")
            assert "Two versions of one page." in shown.text
            assert "version 2 of 3: 97" in shown.text
            assert phrases("en").say("direction_sentence.unknown") not in shown.text
            compared = browser.get(f"/articles/{one}/beside/{other}", headers=AS_JSON).json()
            assert (compared["source"]["id"], compared["derived"]["id"]) == (first, second)
        assert "Two versions" not in browser.get(f"/articles/{first}/beside/{_id(ledger, 'e.txt')}?lang=en").text


def test_a_list_says_which_version_each_article_is(ledger: Path) -> None:
    with client(ledger) as browser:
        shown = browser.get("/articles?lang=en").text
        rows = json.loads(browser.get("/articles", headers=AS_JSON).content)["items"]
    assert re.findall(r"version \d of \d", shown).count("version 2 of 3") == 1
    assert sorted(str(row["version"]) for row in rows)[:2] == ["None", "None"]
    assert {row["version"]["position"] for row in rows if row["version"]} == {1, 2, 3}


def test_the_versions_of_a_page_are_one_origin_at_most(ledger: Path) -> None:
    with Desk(ledger) as desk:
        sheet = desk.article(_id(ledger, "a.html"))
        assert sheet.overview is not None
        assert sheet.overview.articles == 4
        assert sheet.overview.origins.max <= 2
        assert desk.totals().origins_max <= 3
        desk.deny(_id(ledger, "a.html"), _id(ledger, "b.html"))
        seen = desk.article(_id(ledger, "a.html")).overview
        assert seen is not None
        assert seen.origins.max <= 2
