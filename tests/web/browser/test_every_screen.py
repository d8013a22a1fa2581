"""What holds of every screen: it can be read, in both languages, on a phone, in the dark, without scripts."""

import pytest
from playwright.sync_api import Page, expect

from bench.web.server import Server
from tests.web.browser import screens
from tests.web.browser.accessibility import axe, fits
from tests.web.browser.conftest import Open
from tests.web.browser.in_use import InUse
from tests.web.browser.screenshots import shoot
from tests.web.browser.watch import Watch

every_screen = pytest.mark.parametrize("name", screens.NAMES)
_OF_WIDTH = ("target-size", "scrollable-region-focusable")  # all others see the same on a desk
_WITHOUT = "main [hidden]:is(button, [data-keys-hint], :has(input, button))"  # what scripts show


@pytest.fixture(scope="module")
def answered() -> dict[str, int]:
    """Return the status of each address that was asked already."""
    return {}


@pytest.fixture
def at(name: str, request: pytest.FixtureRequest, watch: Watch) -> Server:
    """Return the server of a screen, whose status may be one on purpose."""
    if name in screens.STATUS:
        watch.expect(f"{screens.STATUS[name]} (")
    found: Server = request.getfixturevalue(screens.SERVERS.get(name, "server"))
    return found


def go(page: Page, name: str, at: Server) -> None:
    places = at.places if isinstance(at, InUse) else {}
    answer = page.goto(places.get(name) or screens.address(name, page.request))
    assert answer is not None
    assert answer.status == screens.STATUS.get(name, 200), page.locator("main").inner_text()


def read(page: Page, language: str) -> None:
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).to_have_count(1)
    assert page.locator("h1").inner_text().strip()
    assert page.title().endswith("– Sourcier")


@every_screen
def test_it_can_be_read_with_scripts_and_without_and_its_links_lead_somewhere(
    open_page: Open, name: str, at: Server, answered: dict[str, int]
) -> None:
    page, scriptless = open_page(at=at), open_page(at=at, scripts=False)
    go(page, name, at)
    read(page, "en")
    axe(page)
    fits(page)
    shoot(page, name)
    links_lead_somewhere(page, at, answered)
    go(scriptless, name, at)
    with_scripts, without = (set(each.locator("main").inner_text().split()) for each in (page, scriptless))
    added = set(" ".join(scriptless.locator(_WITHOUT).all_text_contents()).split())
    assert len(without) > 2
    assert with_scripts <= without | added, f"only with scripts: {sorted(with_scripts - without - added)[:20]}"
    shoot(scriptless, f"{name}-plain")


def links_lead_somewhere(page: Page, at: Server, answered: dict[str, int]) -> None:
    """Assert that links lead to pages, and tell no other site where from."""
    links = page.locator("a[href]").evaluate_all(
        """all => all.map((each) => [
            new URL(each.getAttribute("href"), location).href.split("#")[0], each.getAttribute("rel") ?? "",
        ])"""
    )  # also of links in pictures
    inside = {link for link, _ in links if link.startswith(at.address) and "none-such" not in link}
    for link in sorted(inside - answered.keys()):
        answered[link] = page.request.get(link).status
    assert inside
    assert not {link: answered[link] for link in inside if answered[link] != 200}
    outside = [(link, rel) for link, rel in links if not link.startswith(at.address)]
    assert all("noreferrer" in rel.split() for _, rel in outside), outside


@every_screen
@pytest.mark.parametrize("language", ["fr"])  # the longer words
def test_it_fits_a_phone_and_can_be_read_in_the_dark(open_page: Open, name: str, at: Server) -> None:
    page = open_page(at=at)
    go(page, name, at)
    read(page, "fr")
    fits(page)
    page.set_viewport_size({"width": 360, "height": 720})
    fits(page)
    axe(page, *_OF_WIDTH)
    shoot(page, name)
    page.emulate_media(color_scheme="dark")
    axe(page, "color-contrast")
    shoot(page, f"{name}-dark")
