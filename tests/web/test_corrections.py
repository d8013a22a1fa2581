"""Corrections, denials and removals from the page: kept, taken back, and never for another site."""

import re
import shutil
import time
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sourcier.core.errors import LedgerHeld
from sourcier.workflow.desk import Desk
from sourcier.workflow.ledger import add
from sourcier.workflow.options import ReadOptions
from tests.web.visiting import client, token

REPRINT, DISPATCH = "3bc70d9c770b", "7e55d55e85b7"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "demo.db"
    with as_file(files("sourcier").joinpath("demo", "fr")) as folder:
        add(path, [str(folder)], ReadOptions(), place=lambda path: Path(path).name)
    return path


@pytest.fixture
def ledger(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(filled, tmp_path / "own.db"))


@pytest.fixture
def browser(ledger: Path) -> Iterator[TestClient]:
    with client(ledger) as opened:
        yield opened


def send(browser: TestClient, address: str, **fields: str) -> tuple[int, str]:
    page = f"/articles/{address.split('/')[2]}"
    answer = browser.post(address, data={"token": token(browser, page), **fields})
    return answer.status_code, answer.headers.get("location", "")


def settled(ledger: Path) -> None:
    """Wait until lineage was found anew."""
    for _ in range(600):
        with Desk(ledger) as desk:
            if not desk.totals().stale:
                return
        time.sleep(0.1)
    raise AssertionError("lineage was not found anew")


def test_only_what_was_changed_in_the_form_is_corrected(browser: TestClient, ledger: Path) -> None:
    given = {"was_byline": "La rédaction", "byline": " A. Diallo ", "was_outlet": "X", "outlet": "X", "author": "A. D."}
    status, to = send(browser, f"/articles/{REPRINT}/correct", **given)
    assert (status, to) == (303, f"/articles/{REPRINT}")
    with Desk(ledger) as desk:
        (made,) = desk.corrections(REPRINT)
    assert (made.field, made.old, made.new, made.author) == ("byline", "La rédaction", "A. Diallo", "A. D.")


def test_an_emptied_field_is_unknown_and_a_wrong_one_is_told(browser: TestClient, ledger: Path) -> None:
    assert send(browser, f"/articles/{REPRINT}/correct", byline="")[0] == 303
    assert send(browser, f"/articles/{REPRINT}/correct", published="hier")[0] == 400
    with Desk(ledger) as desk:
        assert desk.card(REPRINT).byline is None
        assert [each.field for each in desk.corrections(REPRINT)] == ["byline"]


def test_the_author_is_remembered_by_the_browser(browser: TestClient) -> None:
    send(browser, f"/articles/{REPRINT}/correct", byline="B", author="Aïcha  D.")
    assert 'name="author" value="Aïcha D."' in browser.get(f"/articles/{REPRINT}").text


def test_lineage_of_a_small_ledger_is_found_anew_after_a_correction(browser: TestClient, ledger: Path) -> None:
    send(browser, f"/articles/{REPRINT}/correct", published="2025-03-09")
    settled(ledger)
    with Desk(ledger) as desk:
        assert desk.card(REPRINT).published is not None
        assert str(desk.card(REPRINT).published) != ""
        assert desk.article(REPRINT).card.published == desk.card(REPRINT).published


def test_of_a_large_ledger_the_page_says_that_it_is_old(
    browser: TestClient, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sourcier.web.renewing._SMALL", 2)
    send(browser, f"/articles/{REPRINT}/correct", byline="B")
    with Desk(ledger) as desk:
        assert desk.totals().stale
    assert "Found before the last change" in browser.get(f"/articles/{REPRINT}").text
    assert 'action="/imports/refresh"' in browser.get("/changes").text


def test_a_correction_is_taken_back_with_a_click(browser: TestClient, ledger: Path) -> None:
    send(browser, f"/articles/{REPRINT}/correct", byline="B")
    status, to = send(browser, f"/articles/{REPRINT}/undo", field="byline", back="/changes")
    assert (status, to) == (303, "/changes")
    with Desk(ledger) as desk:
        assert desk.card(REPRINT).byline == "La rédaction"
        assert desk.corrections(REPRINT)[0].undone
    assert send(browser, f"/articles/{REPRINT}/undo", field="byline")[0] == 400
    assert send(browser, f"/articles/{REPRINT}/undo", field="text")[0] == 400


def test_a_tie_is_denied_and_allowed_again(browser: TestClient, ledger: Path) -> None:
    status, to = send(browser, f"/articles/{REPRINT}/beside/{DISPATCH}/deny", author="A. D.")
    assert (status, to) == (303, f"/articles/{REPRINT}")
    with Desk(ledger) as desk:
        assert [edge.source for edge in desk.article(REPRINT).edges] == []
    page = browser.get(f"/articles/{REPRINT}").text
    assert "Somebody set this tie aside" in page
    assert "direction unknown" in page
    assert send(browser, f"/articles/{REPRINT}/beside/{DISPATCH}/allow")[0] == 303
    with Desk(ledger) as desk:
        assert [edge.source for edge in desk.article(REPRINT).edges] == [DISPATCH]


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "/a\nb"])
def test_no_form_leads_to_another_site(browser: TestClient, back: str) -> None:
    status, to = send(browser, f"/articles/{REPRINT}/correct", byline="B", back=back)
    assert (status, to) == (303, f"/articles/{REPRINT}")


def test_an_article_is_removed_only_when_the_box_is_checked(browser: TestClient, ledger: Path) -> None:
    assert send(browser, f"/articles/{REPRINT}/remove")[0] == 400
    assert browser.get(f"/articles/{REPRINT}").status_code == 200
    assert send(browser, f"/articles/{REPRINT}/remove", sure="yes") == (303, "/articles")
    assert browser.get(f"/articles/{REPRINT}").status_code == 404
    settled(ledger)
    assert b"Le budget vot" not in ledger.read_bytes()


def test_a_file_that_still_holds_bytes_is_told_of(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(_self: Desk, _id: str) -> str:
        raise LedgerHeld("held")

    monkeypatch.setattr(Desk, "remove", held)
    answer = browser.post(
        f"/articles/{REPRINT}/remove", data={"token": token(browser, f"/articles/{REPRINT}"), "sure": "yes"}
    )
    assert answer.status_code == 200
    assert "sourcier doctor" in answer.text


@pytest.mark.parametrize(
    "address",
    ["correct", "undo", "remove", f"beside/{DISPATCH}/deny", f"beside/{DISPATCH}/allow"],
)
def test_nothing_is_written_without_the_token(browser: TestClient, ledger: Path, address: str) -> None:
    browser.get("/changes")
    answer = browser.post(f"/articles/{REPRINT}/{address}", data={"byline": "B", "sure": "yes", "field": "byline"})
    assert answer.status_code == 403
    with Desk(ledger) as desk:
        assert desk.changes() == []
        assert desk.card(REPRINT).byline == "La rédaction"


def test_the_page_of_an_article_answers_for_json_and_for_each_layer(browser: TestClient) -> None:
    row = browser.get(f"/articles/{REPRINT}", headers={"accept": "application/json"}).json()
    assert row["passages"][0]["source"] == DISPATCH
    assert row["origins"]["max"] == 2
    for layer in ("provenance", "later", "none"):
        page = browser.get(f"/articles/{REPRINT}", params={"layer": layer})
        assert page.status_code == 200
        assert f'class="text {layer}"' in page.text
    assert browser.get(f"/articles/{REPRINT}", params={"layer": "x"}).status_code == 400
    assert browser.get(f"/articles/{REPRINT}", params={"from": "-1"}).status_code == 400


def test_the_number_of_marks_is_the_number_that_the_credit_counts(browser: TestClient) -> None:
    page = browser.get(f"/articles/{REPRINT}").text
    assert "credited for 1 passage of 9" in page
    assert len(re.findall(r'<mark class="p0" id="passage-\d+">', page)) == 9
