"""On paper: the texts and their marks, and nothing that only a screen can use, also where the screen is dark."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.accessibility import axe
from tests.web.browser.screens import address
from tests.web.browser.screenshots import shoot

_USELESS = "nav, form, button, .button, input, dialog, .skip, header.top"
_MARK = "mark:is(.p0, .p1, .p2, .p3, .p4, .p5)"
_SEEN = "all => all.filter(each => each.checkVisibility()).map(each => each.outerHTML.slice(0, 100))"


@pytest.mark.parametrize("name", ["article", "beside", "story"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_holds_what_can_be_read_on_it(page: Page, name: str, scheme: str) -> None:
    page.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address(name, page.request))
    assert page.locator(_USELESS).evaluate_all(_SEEN) == []
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    axe(page, "color-contrast")
    shoot(page, f"{name}-print-{scheme}")


@pytest.mark.parametrize("name", ["article", "beside"])
def test_marks_are_printed(page: Page, name: str) -> None:
    page.emulate_media(media="print")
    page.goto(address(name, page.request))
    style = page.locator(_MARK).first.evaluate(
        "each => (({ backgroundColor, borderBottomStyle, printColorAdjust }) => "
        "[backgroundColor, borderBottomStyle, printColorAdjust])(getComputedStyle(each))"
    )
    expect(page.locator(_MARK).first).to_be_visible()
    assert style[0] != "rgba(0, 0, 0, 0)"
    assert style[1] != "none"
    assert style[2] == "exact"


def test_the_address_of_an_article_is_printed_in_letters(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto(address("article", page.request))
    link = page.locator(".facts a[rel~=noreferrer]").first
    expect(link).to_be_visible()
    assert link.inner_text() == link.get_attribute("href")


def test_a_printed_comparison_says_where_its_texts_are(page: Page) -> None:
    page.goto(address("beside", page.request))
    addresses = page.locator(".printed")
    assert addresses.count() == 2
    assert not addresses.first.is_visible()
    page.emulate_media(media="print")
    assert addresses.first.is_visible()
    assert "https://" in addresses.first.inner_text()
