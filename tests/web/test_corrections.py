"""Corrections, denials and removals from the page: kept, taken back, and never for another site."""

import html
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
    assert (status, to) == (303, f"/articles/{REPRINT}#corrections")
    with Desk(ledger) as desk:
        (made,) = desk.corrections(REPRINT)
    assert (made.field, made.old, made.new, made.author) == ("byline", "La rédaction", "A. Diallo", "A. D.")


def test_an_emptied_field_is_unknown_and_a_wrong_one_is_told(browser: TestClient, ledger: Path) -> None:
    assert send(browser, f"/articles/{REPRINT}/correct", byline="")[0] == 303
    assert send(browser, f"/articles/{REPRINT}/correct", published="hier")[0] == 400
    with Desk(ledger) as desk:
        assert desk.card(REPRINT).byline is None
        assert [each.field for each in desk.corrections(REPRINT)] == ["byline"]


def test_a_date_is_taken_as_people_write_it_and_said_back_in_words(browser: TestClient, ledger: Path) -> None:
    assert send(browser, f"/articles/{REPRINT}/correct", published="5/9/2025 10:30")[0] == 303
    with Desk(ledger) as desk:
        assert desk.corrections(REPRINT)[0].new == "2025-09-05T10:30"
    page = browser.get(f"/articles/{REPRINT}").text
    assert 'name="published" value="5 September 2025, 10:30"' in page
    row = page[page.index("<caption>Corrections") :]
    assert re.search(r'data-label="Now" dir="auto">\s*5 September 2025, 10:30\s*</td>', row)


def test_a_form_sent_back_as_it_was_shown_changes_nothing(browser: TestClient, ledger: Path) -> None:
    page = browser.get(f"/articles/{REPRINT}").text
    fields = re.findall(r'name="((?:was_)?(?:published|outlet|title|url|byline|language))" value="([^"]*)"', page)
    assert len(fields) == 12
    assert send(browser, f"/articles/{REPRINT}/correct", **{name: html.unescape(value) for name, value in fields})[0]
    with Desk(ledger) as desk:
        assert desk.corrections(REPRINT) == []


def test_where_one_value_is_wrong_nothing_is_kept_and_the_form_comes_back(browser: TestClient, ledger: Path) -> None:
    given = {"published": "31/02/2025", "byline": "A. <Diallo>", "language": "français", "author": "Awa"}
    form = {"token": token(browser, f"/articles/{REPRINT}")} | given
    answer = browser.post(f"/articles/{REPRINT}/correct", data=form)
    assert answer.status_code == 400
    page = answer.text
    assert '<details class="corrections" id="corrections" open>' in page
    for words in ('value="31/02/2025"', 'value="A. &lt;Diallo&gt;"', 'value="français"', 'value="Awa"'):
        assert words in page
    field = re.search(r'<input id="field-published"[^>]*>', page)
    assert field
    assert 'aria-invalid="true" autofocus aria-describedby="wrong-published hint-published"' in field[0]
    assert re.search(r'id="wrong-published">“31/02/2025” is no date', page)
    assert page.count("autofocus") == 1
    assert 'aria-invalid="true"' not in str(re.search(r'<input id="field-byline"[^>]*>', page))
    with Desk(ledger) as desk:
        assert desk.corrections(REPRINT) == []


def test_a_value_that_is_too_long_is_refused(browser: TestClient, ledger: Path) -> None:
    assert send(browser, f"/articles/{REPRINT}/correct", title="x" * 2_001)[0] == 400
    with Desk(ledger) as desk:
        assert desk.corrections(REPRINT) == []


def test_a_refused_form_is_told_to_programs_field_by_field(browser: TestClient) -> None:
    form = {"token": token(browser, f"/articles/{REPRINT}"), "published": "hier"}
    row = browser.post(f"/articles/{REPRINT}/correct", data=form, headers={"accept": "application/json"}).json()
    assert row["fields"].keys() == {"published"}
    assert row["error"] == row["fields"]["published"]


def test_the_author_is_remembered_by_the_browser(browser: TestClient) -> None:
    send(browser, f"/articles/{REPRINT}/correct", byline="B", author="Aïcha  D.")
    assert 'name="author" value="Aïcha D."' in browser.get(f"/articles/{REPRINT}").text


def test_lineage_is_found_anew_after_a_correction(browser: TestClient, ledger: Path) -> None:
    send(browser, f"/articles/{REPRINT}/correct", published="2025-03-09")
    settled(ledger)
    with Desk(ledger) as desk:
        assert desk.card(REPRINT).published is not None
        assert str(desk.card(REPRINT).published) != ""
        assert desk.article(REPRINT).card.published == desk.card(REPRINT).published


def test_where_much_is_to_be_done_the_page_says_that_it_is_old(
    browser: TestClient, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sourcier.workflow.waiting._MUCH", 0)
    send(browser, f"/articles/{REPRINT}/correct", byline="B")
    with Desk(ledger) as desk:
        assert desk.totals().stale
    assert "Found before the last change" in browser.get(f"/articles/{REPRINT}").text
    assert 'action="/imports/refresh"' in browser.get("/changes").text


def test_while_lineage_is_found_anew_the_page_says_so_and_queues_no_second(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sourcier.web.imports.Imports._enqueue", lambda *_: None)  # it waits for ever
    send(browser, f"/articles/{REPRINT}/correct", byline="B")
    answer = browser.post("/imports/refresh", data={"token": token(browser)})
    where = answer.headers["location"]
    for address in (f"/articles/{REPRINT}", "/changes"):
        page = browser.get(address).text
        assert "An update is under way" in page
        assert f'data-renewing="{where}/events"' in page
        assert f'href="{where}"' in page
        assert 'action="/imports/refresh"' not in page
    assert len(browser.get("/imports", headers={"accept": "application/json"}).json()["items"]) == 1


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
    assert "Other texts with the same passages" in page
    assert send(browser, f"/articles/{REPRINT}/beside/{DISPATCH}/allow")[0] == 303
    with Desk(ledger) as desk:
        assert [edge.source for edge in desk.article(REPRINT).edges] == [DISPATCH]


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "/a\nb"])
def test_no_form_leads_to_another_site(browser: TestClient, back: str) -> None:
    status, to = send(browser, f"/articles/{REPRINT}/correct", byline="B", back=back)
    assert (status, to) == (303, f"/articles/{REPRINT}#corrections")


def test_an_article_is_removed_only_when_the_box_is_checked(browser: TestClient, ledger: Path) -> None:
    assert send(browser, f"/articles/{REPRINT}/remove")[0] == 400
    assert browser.get(f"/articles/{REPRINT}").status_code == 200
    form = {"token": token(browser, f"/articles/{REPRINT}"), "sure": "yes"}
    answer = browser.post(f"/articles/{REPRINT}/remove", data=form)
    assert answer.status_code == 200
    assert "<h1>Article removed</h1>" in answer.text
    assert "no byte of them stays" in answer.text
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
    assert "<h1>Removed, but not yet from the whole file</h1>" in answer.text
    assert "sourcier doctor" in answer.text
    assert "no byte of them stays" not in answer.text


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
