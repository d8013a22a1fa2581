"""On a phone: a low head that leads everywhere, filters folded, pictures that say they go on, targets for fingers."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Open
from tests.web.browser.screens import address

_SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, summary")].filter(each => {
    const box = each.getBoundingClientRect();
    const inSentence = [...each.parentElement.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    const hidden = box.width <= 1 || each.matches(".skip") || each.closest("svg");
    const small = box.width < 24 || box.height < 24;
    return small && !hidden && !inSentence && each.checkVisibility({contentVisibilityAuto: true});
}).map(each => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", ["changes", "story"])
def test_the_head_is_low_and_the_page_that_one_is_on_stands_in_view(open_page: Open, name: str) -> None:
    page = open_page(width=360, scripts=False)
    page.goto(address(name, page.request))
    box = page.locator("header.top").bounding_box()
    assert box is not None
    assert box["height"] <= 150
    expect(page.locator("header nav [aria-current]")).to_be_in_viewport(ratio=0.9)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_page_of_the_navigation_is_reached_by_the_keyboard_and_seen(narrow: Page) -> None:
    narrow.goto("/method")
    links = narrow.locator("header nav a")
    for number in range(links.count()):
        links.nth(number).focus()
        expect(links.nth(number)).to_be_in_viewport(ratio=0.5)


@pytest.mark.parametrize("path", ["/articles", "/stories"])
def test_filters_are_folded_on_a_phone_and_stand_open_on_a_desk(open_page: Open, path: str) -> None:
    for width, shown in ((360, False), (1280, True)):
        page = open_page(width=width, scripts=False)
        page.goto(path)
        field, fold = page.locator("#from"), page.locator(".filters summary")
        expect(field).to_be_visible(visible=shown)
        expect(fold).to_be_visible(visible=not shown)
        if not shown:
            fold.click()
            expect(field).to_be_visible()
    narrow = open_page(width=360, scripts=False)
    narrow.goto(f"{path}?from=2020-01-01")
    expect(narrow.locator("#from")).to_be_visible()


def test_a_picture_wider_than_its_box_says_so(open_page: Open) -> None:
    for width, wider in ((360, True), (1280, False)):
        page = open_page(width=width)
        page.goto(address("story", page.request))
        expect(page.locator(".slide").first).to_be_visible(visible=wider)
        found = page.evaluate("(box => box.scrollWidth > box.clientWidth)(document.querySelector('.picture'))")
        assert found is wider


@pytest.mark.parametrize(
    "name", ["articles", "search", "stories", "story", "entities", "outlets", "outlet", "weeks", "changes"]
)
def test_what_is_not_in_a_sentence_is_large_enough_for_a_finger(narrow: Page, name: str) -> None:
    narrow.goto(address(name, narrow.request))
    assert narrow.evaluate(_SMALL) == []
