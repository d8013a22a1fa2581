"""From an empty ledger to a correction taken back: the whole way of somebody who has articles and a browser."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Event, Thread

import pytest
from playwright.sync_api import Page, expect

from bench.web.server import Server
from tests.web.browser.accessibility import axe, fits
from tests.web.browser.conftest import Open

_DEMO = files("sourcier").joinpath("demo", "fr")
_LONG = 60_000  # ms within which an import of a few texts is over, on a slow computer
_OVER = "[data-events], .renewing"
_TOLD = """addEventListener("DOMContentLoaded", () => {
    const now = document.querySelector("[data-now]");
    const keep = () => sessionStorage.setItem("told", now.textContent);
    if (now) new MutationObserver(keep).observe(now, { childList: true });
})"""  # what progress said while it ran


def _demo(beginning: str = "") -> list[Path]:
    return sorted(Path(str(_DEMO)).glob(f"{beginning}*.[jt]*"))


def _settle(page: Page, *, scripts: bool) -> None:
    """Wait until what is under way is over, and shown."""
    if not scripts and page.locator(".renewing a").count():  # without scripts a reader loads the page again
        page.request.get(f"{page.locator('.renewing a').get_attribute('href')}/events", timeout=_LONG)
        page.reload()
    expect(page.locator(_OVER)).to_have_count(0, timeout=_LONG)


def _take_in(page: Page) -> None:
    page.locator("form[data-drop] button.main").click()
    page.wait_for_url(re.compile("/imports/[^/]+$"))
    expect(page.locator(_OVER)).to_have_count(0, timeout=_LONG)


@pytest.mark.parametrize(("language", "scripts"), [("fr", True), ("en", False)])
def test_from_files_to_a_correction_taken_back(
    open_page: Open, empty_server: Server, language: str, scripts: bool
) -> None:
    page = open_page(at=empty_server, scripts=scripts)
    page.add_init_script(_TOLD)
    page.goto("/")
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.set_input_files("#files", _demo())
    _take_in(page)
    expect(page.locator(".problems li")).to_have_count(0)
    if scripts:
        assert page.evaluate("sessionStorage.getItem('told')")
    page.locator("a.brand").click()
    expect(page.locator("h1")).to_contain_text("16")
    page.locator("header nav a[href='/stories']").click()
    page.locator("main a[href^='/stories/']").first.click()
    page.locator(".ties tbody th a").first.click()
    article = page.url
    _correct_and_take_back(page, article, scripts=scripts)
    page.goto(article)
    page.locator(".other .ways a").first.click()
    _deny_and_take_back(page, scripts=scripts)
    page.goto(article)
    _remove(page, scripts=scripts)


def _correct_and_take_back(page: Page, article: str, *, scripts: bool) -> None:
    page.locator("#corrections > summary").click()
    page.locator("#field-published").fill("2031-05-04T10:30")
    page.locator("#author").last.fill("A. Diallo")
    page.locator("form[action$='/correct'] button.main").click()
    expect(page.locator("#corrections tbody tr")).to_have_count(1)
    _settle(page, scripts=scripts)
    expect(page.locator("main > .facts").first).to_contain_text("2031")
    page.locator("header nav a[href='/changes']").click()
    expect(page.locator("main tbody tr:not(.undone)")).to_have_count(1)
    _settle(page, scripts=scripts)
    page.locator("main form[action$='/undo'] button").click()
    expect(page.locator("main tbody tr.undone")).to_have_count(1)
    expect(page).to_have_url(re.compile("/changes$"))
    _settle(page, scripts=scripts)
    page.goto(article)
    expect(page.locator("main > .facts").first).not_to_contain_text("2031")


def _deny_and_take_back(page: Page, *, scripts: bool) -> None:
    expect(page).to_have_url(re.compile("/beside/"))
    deny, allow = page.locator("form[action$='/deny'] button"), page.locator("main form[action$='/allow'] button")
    _settle(page, scripts=scripts)
    deny.click()
    expect(allow).to_be_visible()
    expect(deny).to_have_count(0)
    _settle(page, scripts=scripts)
    allow.click()
    expect(deny).to_be_visible()
    expect(allow).to_have_count(0)
    _settle(page, scripts=scripts)


def _remove(page: Page, *, scripts: bool) -> None:
    where = page.url
    corrections = page.locator("#corrections")
    if corrections.get_attribute("open") is None:
        corrections.locator("> summary").click()
    page.locator(".removal [name=sure]").check()
    page.locator("form[action$='/remove'] button").click()
    expect(page.locator("main a[href='/articles']")).to_be_visible()
    expect(page.locator("#corrections")).to_have_count(0)
    if scripts:
        axe(page)
    page.set_viewport_size({"width": 360, "height": 720})
    fits(page)
    assert page.request.get(where).status == 404


def test_files_dropped_on_the_page_are_taken_in(open_page: Open, empty_server: Server) -> None:
    page = open_page(at=empty_server)
    page.goto("/")
    named = [[each.name, each.read_text("utf-8")] for each in (*_demo("01"), *_demo("02"))]
    dropped = page.evaluate_handle(
        """named => {
            const transfer = new DataTransfer();
            for (const [name, text] of named) transfer.items.add(new File([text], name));
            return transfer;
        }""",
        named,
    )
    page.dispatch_event("main", "dragenter", {"dataTransfer": dropped})
    expect(page.locator("form.drop.over")).to_be_visible()
    page.dispatch_event("main", "drop", {"dataTransfer": dropped})
    page.wait_for_url(re.compile("/imports/[^/]+$"))
    expect(page.locator(_OVER)).to_have_count(0, timeout=_LONG)
    assert _last(page)["new"] == 2


def test_an_archive_is_taken_in(open_page: Open, empty_server: Server) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for each in (*_demo("01"), *_demo("02"), *_demo("03")):
            archive.write(each, f"presse/{each.name}")
    page = open_page(at=empty_server)
    page.goto("/imports")
    page.set_input_files("#files", [{"name": "presse.zip", "mimeType": "application/zip", "buffer": packed.getvalue()}])
    _take_in(page)
    assert (_last(page)["state"], _last(page)["new"], _last(page)["problem_count"]) == ("done", 3, 0)


class _Held(BaseHTTPRequestHandler):
    """A site of one invented article, which is not sent before `go` is set."""

    go = Event()

    def do_GET(self) -> None:
        self.go.wait(60)
        words = _DEMO.joinpath("12-bibliotheque-pirogue.txt").read_text("utf-8").split("\n\n")
        content = (
            f"<html lang=fr><title>Fleuve</title><article><h1>Fleuve</h1>{''.join(f'<p>{each}' for each in words)}"
        )
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(content.encode())

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:
            """Who asked is gone."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def held_article() -> Iterator[str]:
    serving = ThreadingHTTPServer(("127.0.0.1", 0), _Held)
    serving.daemon_threads = True
    Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}/fleuve"
    _Held.go.set()
    serving.shutdown()
    serving.server_close()


def test_an_import_is_stopped_and_goes_on(open_page: Open, held_article: str, tmp_path: Path) -> None:
    with Server(tmp_path / "own.db", ["--private"]) as server:
        page = open_page(at=server)
        page.goto("/imports")
        page.locator("#address").fill(held_article)
        page.locator("form[action$='/imports/address'] button").click()
        page.locator("form[action$='/cancel'] button").click()
        go_on = page.locator("form[action$='/resume'] button")
        expect(go_on).to_be_visible(timeout=_LONG)
        assert _last(page)["state"] == "cancelled"
        _Held.go.set()
        go_on.click()
        expect(page.locator("form:is([action$='/resume'], [action$='/cancel'])")).to_have_count(0, timeout=_LONG)
        assert (_last(page)["state"], _last(page)["new"]) == ("done", 1)


def _last(page: Page) -> dict[str, object]:
    """Return what the server tells a program of the import that the page shows."""
    row: dict[str, object] = json.loads(page.request.get(page.url, headers={"accept": "application/json"}).text())
    return row
