"""A real Chromium over a real server; where there is no Chromium, these tests are skipped and say so."""

import os
import shutil
from collections.abc import Callable, Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bench.web.server import Server
from sourcier.workflow.ledger import add
from sourcier.workflow.options import ReadOptions
from tests.web.browser.in_use import InUse
from tests.web.browser.watch import Watch

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ALONE = ("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-background-networking")
_LOCALES = {"en": "en-GB", "fr": "fr-FR"}
PASSWORD = "an invented password for tests"  # noqa: S105
_PATIENCE = 10_000  # ms after which what should be on a page is taken for missing

Open = Callable[..., Page]


@pytest.fixture(scope="package")  # while it is open, no other test could use asyncio
def browser() -> Iterator[Browser]:
    """Return the one browser of all these tests."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip(f"no Chromium here: none of {', '.join(_NAMES)} is on the path")
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=[*_ALONE, *as_root])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def demo_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger with the invented dossier in it; whoever writes takes a copy."""
    path = tmp_path_factory.mktemp("ledger") / "demo.db"
    with as_file(files("sourcier").joinpath("demo", "fr")) as folder:
        add(path, [str(folder)], ReadOptions())
    return path


@pytest.fixture(scope="package")
def server(browser: Browser, demo_ledger: Path) -> Iterator[Server]:  # noqa: ARG001 - no server where no browser is
    """Return a server over the invented dossier, for tests that write nothing to it."""
    with Server(demo_ledger) as running:
        yield running


@pytest.fixture(scope="package")
def dispatch() -> str:
    """Return the text that most of the invented dossier takes up."""
    return files("sourcier").joinpath("demo", "fr", "01-depeche-asp.txt").read_text("utf-8")


@pytest.fixture(scope="package")
def used_server(
    browser: Browser,  # noqa: ARG001
    demo_ledger: Path,
    dispatch: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[InUse]:
    """Return a server over a ledger that people work with, for tests that write nothing to it."""
    with InUse(tmp_path_factory.mktemp("used") / "used.db", demo_ledger, dispatch) as running:
        yield running


@pytest.fixture(scope="package")
def bare_server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:  # noqa: ARG001
    """Return a server whose ledger holds nothing, for tests that write nothing to it."""
    with Server(tmp_path_factory.mktemp("bare") / "bare.db") as running:
        yield running


@pytest.fixture(scope="package")
def locked_server(browser: Browser, demo_ledger: Path) -> Iterator[Server]:  # noqa: ARG001
    """Return a server that others could reach, with a password."""
    with Server(demo_ledger, ["--public"], {"SOURCIER_PASSWORD": PASSWORD}) as running:
        yield running


@pytest.fixture
def own_server(browser: Browser, demo_ledger: Path, tmp_path: Path) -> Iterator[Server]:  # noqa: ARG001
    """Return a server over a copy of the invented dossier, for a test that writes."""
    shutil.copyfile(demo_ledger, tmp_path / "own.db")
    with Server(tmp_path / "own.db") as running:
        yield running


@pytest.fixture
def empty_server(browser: Browser, tmp_path: Path) -> Iterator[Server]:  # noqa: ARG001
    """Return a server whose ledger holds nothing yet."""
    with Server(tmp_path / "empty.db") as running:
        yield running


@pytest.fixture(autouse=True)
def watch() -> Iterator[Watch]:
    """Assert of every test that its pages asked no other host, broke no policy, and left no error in the console."""
    watching = Watch()
    yield watching
    assert not watching.complaints()


@pytest.fixture
def language() -> str:
    """Return the visitor's language; `@pytest.mark.parametrize("language", ["en", "fr"])` runs a test in both."""
    return "en"


@pytest.fixture
def open_page(browser: Browser, server: Server, watch: Watch, language: str) -> Iterator[Open]:
    """Return what opens a page in a profile of its own: `open_page(width=360, scripts=False, dark=True, at=server)`."""
    contexts = []

    def opened(*, width: int = 1280, scripts: bool = True, dark: bool = False, at: Server = server) -> Page:
        options: dict[str, Any] = {"base_url": at.address, "locale": _LOCALES[language]}
        options |= {"java_script_enabled": scripts, "color_scheme": "dark" if dark else "light"}
        options |= {"viewport": {"width": width, "height": 720}, "reduced_motion": "reduce"}
        context = browser.new_context(**options)
        contexts.append(context)
        watch.over(context, at.address)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.set_default_timeout(_PATIENCE)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Open) -> Page:
    """Return a page of a desktop's size."""
    return open_page()


@pytest.fixture
def narrow(open_page: Open) -> Page:
    """Return a page 360 px wide."""
    return open_page(width=360)


@pytest.fixture
def scriptless(open_page: Open) -> Page:
    """Return a page with scripts off."""
    return open_page(scripts=False)
