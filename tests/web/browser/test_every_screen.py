"""What holds of every screen: it can be read, in both languages, on a phone, in the dark, on paper, without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser import screens
from tests.web.browser.accessibility import axe, fits
from tests.web.browser.screenshots import shoot
from tests.web.browser.watch import Watch

Open = Callable[..., Page]
every_screen = pytest.mark.parametrize("name", screens.NAMES)
both_languages = pytest.mark.parametrize("language", ["en", "fr"])


@pytest.fixture(scope="module")
def answered() -> dict[str, int]:
    """Return the status of each address that was asked already."""
    return {}


@pytest.fixture(autouse=True)
def missing_on_purpose(name: str, watch: Watch) -> None:
    if name == screens.MISSING:
        watch.expect("404 (Not Found)")


def go(page: Page, name: str, root: str = "") -> None:
    answer = page.goto(screens.address(name, page.request, root))
    assert answer is not None
    assert answer.status == (404 if name == screens.MISSING else 200), page.locator("main").inner_text()


@every_screen
@both_languages
def test_it_can_be_read_in_both_languages(page: Page, name: str, language: str) -> None:
    go(page, name)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).to_have_count(1)
    assert page.locator("h1").inner_text().strip()
    assert page.title().endswith("– Sourcier")
    axe(page)
    fits(page)
    shoot(page, name)


@every_screen
@pytest.mark.parametrize("language", ["fr"])  # the longer words
def test_it_fits_a_phone(narrow: Page, name: str) -> None:
    go(narrow, name)
    fits(narrow)
    axe(narrow)
    shoot(narrow, name)


@every_screen
def test_it_reads_without_scripts(page: Page, scriptless: Page, name: str) -> None:
    go(page, name)
    go(scriptless, name)
    with_scripts, without = (set(each.locator("main").inner_text().split()) for each in (page, scriptless))
    scripted = scriptless.locator("main [hidden]:is(button, [data-keys-hint], :has(input, button))")
    added = set(" ".join(scripted.all_text_contents()).split())
    assert len(without) > 3
    assert with_scripts <= without | added, f"only with scripts: {sorted(with_scripts - without - added)[:20]}"
    shoot(scriptless, f"{name}-plain")


@every_screen
def test_it_reads_in_the_dark(open_page: Open, name: str) -> None:
    dark = open_page(dark=True)
    go(dark, name)
    axe(dark, only="color-contrast")
    shoot(dark, f"{name}-dark")


@every_screen
def test_its_links_lead_somewhere_and_tell_no_other_site_where_from(
    page: Page, name: str, answered: dict[str, int]
) -> None:
    go(page, name)
    home = page.evaluate("location.origin")
    links = page.locator("a[href]").evaluate_all("all => all.map((each) => [each.href.split('#')[0], each.rel])")
    inside = {link for link, _ in links if link.startswith(f"{home}/") and "no-such-page" not in link}
    for link in sorted(inside - answered.keys()):
        answered[link] = page.request.get(link).status
    assert inside
    assert not {link: answered[link] for link in inside if answered[link] != 200}
    outside = [(link, rel) for link, rel in links if not link.startswith(f"{home}/")]
    assert all("noreferrer" in rel.split() for _, rel in outside), outside
