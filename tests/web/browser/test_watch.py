"""The watch sees what pages must not do; told on pages that do it."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.web.browser.accessibility import axe, fits
from tests.web.browser.screenshots import shoot
from tests.web.browser.watch import Watch

_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' http://elsewhere.example"
_PAGES = {
    "/good": "<h1>Good</h1><p>Nothing to say.</p>",
    "/elsewhere": "<h1>Asks</h1><img alt='' src='http://elsewhere.example/a.png'>",
    "/inline": "<h1>Runs</h1><script>document.title = 'run'</script>",
    "/styled": "<h1 style='color: red'>Styled</h1>",
    "/broken": "<h1>Broken</h1><script src='/broken.js'></script>",
    "/unnamed": "<h1>Unnamed</h1><button></button>",
    "/wide": "<h1>Wide</h1><img alt='' width='900' height='10' src='/pixel.svg'>",
}
_FILES = {
    "/favicon.ico": ("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "/broken.js": ("text/javascript", "throw new Error('broken on purpose')"),
    "/pixel.svg": ("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
}


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        page = f"<!doctype html><html lang=en><title>Page</title><main>{_PAGES.get(self.path, '')}</main></html>"
        kind, content = _FILES.get(self.path, ("text/html", page))
        self.send_response(200 if self.path in {*_PAGES, *_FILES} else 404)
        self.send_header("content-type", kind)
        self.send_header("content-security-policy", _POLICY)
        self.end_headers()
        self.wfile.write(content.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    serving = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}/"
    serving.shutdown()
    serving.server_close()


@pytest.fixture
def seen() -> Watch:
    return Watch()


@pytest.fixture
def page(browser: Browser, site: str, seen: Watch) -> Iterator[Page]:
    context = browser.new_context(base_url=site, viewport={"width": 360, "height": 600})
    seen.over(context, site)
    yield context.new_page()
    context.close()


def test_a_page_that_does_nothing_wrong_passes(page: Page, seen: Watch) -> None:
    page.goto("/good")
    axe(page)
    fits(page)
    assert seen.complaints() == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/elsewhere", "asked http://elsewhere.example/a.png"),
        ("/inline", "Content Security Policy"),
        ("/styled", "Content Security Policy"),
        ("/broken", "broken on purpose"),
        ("/missing", "404"),
    ],
)
def test_what_a_page_does_wrong_is_told(page: Page, seen: Watch, address: str, told: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert any(told in each for each in seen.complaints()), seen.met
    seen.expect(told)
    assert not any(told in each for each in seen.complaints())


def test_what_axe_finds_serious_fails(page: Page) -> None:
    page.goto("/unnamed")
    with pytest.raises(AssertionError, match="button-name"):
        axe(page)


def test_a_page_wider_than_its_window_fails(page: Page) -> None:
    page.goto("/wide")
    with pytest.raises(AssertionError, match="wider than its window"):
        fits(page)


def test_pictures_are_taken_only_when_asked_for_and_outside(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.goto("/good")
    monkeypatch.delenv("SOURCIER_SCREENSHOTS", raising=False)
    shoot(page, "good")
    monkeypatch.setenv("SOURCIER_SCREENSHOTS", str(tmp_path / "pictures"))
    shoot(page, "good")
    assert [path.name for path in (tmp_path / "pictures").iterdir()] == ["good.en.360.png"]
    monkeypatch.setenv("SOURCIER_SCREENSHOTS", str(Path(__file__).parent / "pictures"))
    with pytest.raises(AssertionError, match="inside the repository"):
        shoot(page, "good")
