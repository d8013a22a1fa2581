"""Every key that the page of keys lists does what it says, where it acts; and a reader needs no mouse."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.screens import address


def _go(page: Page, name: str) -> None:
    page.goto(address(name, page.request))


def _help(page: Page) -> None:
    _go(page, "articles")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_have_count(0)


def _search(page: Page) -> None:
    _go(page, "stories")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()


def _next(page: Page) -> None:
    for name in ("article", "beside"):
        _go(page, name)
        page.keyboard.press("n")
        assert _current(page) == 1
        page.keyboard.press("n")
        assert _current(page) == 2
        expect(page.locator(".current")).to_be_in_viewport()


def _previous(page: Page) -> None:
    for name in ("article", "beside"):
        _go(page, name)
        page.keyboard.press("n")
        page.keyboard.press("n")
        page.keyboard.press("p")
        assert _current(page) == 1
        page.keyboard.press("p")  # from the first to the last
        assert _current(page) == page.locator("[data-step]").evaluate_all(
            "all => Math.max(...all.map(each => Number(each.dataset.step)))"
        )


def _evidence(page: Page) -> None:
    _go(page, "article")
    page.keyboard.press("n")
    page.keyboard.press("e")
    assert page.evaluate("Boolean(document.activeElement.closest('.panel, .passages'))")
    page.keyboard.press("e")
    assert page.evaluate("Boolean(document.activeElement.closest('.words'))")


def _layer(page: Page) -> None:
    _go(page, "article")
    before = page.locator(".layers [aria-current]").get_attribute("href")
    with page.expect_navigation():
        page.keyboard.press("l")
    assert page.locator(".layers [aria-current]").get_attribute("href") != before


def _quote(page: Page) -> None:
    _go(page, "article")
    page.keyboard.press("n")
    page.keyboard.press("q")
    expect(page.locator("#status")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#quote-1").input_value()
    assert re.search("[0-9a-f]{64}", copied)


def _dossier(page: Page) -> None:
    _go(page, "beside")
    with page.expect_download() as download:
        page.keyboard.press("d")
    assert download.value.suggested_filename.endswith(".html")
    assert Path(download.value.path()).read_text("utf-8").lower().startswith("<!doctype html>")


def _escape(page: Page) -> None:
    _go(page, "article")
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("n")
    expect(page.locator(".panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_be_hidden()


PRESSED: dict[str, Callable[[Page], None]] = {
    "?": _help, "/": _search, "n": _next, "p": _previous, "e": _evidence, "l": _layer, "q": _quote, "d": _dossier,
    "Esc": _escape,
}  # fmt: skip


def _current(page: Page) -> int:
    return int(page.locator(".current[data-step]").get_attribute("data-step") or 0)


@pytest.mark.parametrize("key", PRESSED)
def test_a_key_does_what_it_says(page: Page, key: str) -> None:
    PRESSED[key](page)


def test_every_key_that_is_listed_is_pressed_here(page: Page) -> None:
    listed = page.request.get("/keys", headers={"accept": "application/json"}).json()["keys"]
    assert set(listed) == set(PRESSED)
    page.goto("/keys")
    assert page.locator("main kbd").all_inner_texts() == listed


def test_keys_with_a_modifier_are_left_to_the_browser(page: Page) -> None:
    _go(page, "beside")
    page.keyboard.press("Control+n")
    page.keyboard.press("Alt+d")
    expect(page.locator(".current")).to_have_count(0)


def test_the_arrows_go_through_what_is_found_while_one_types(page: Page) -> None:
    page.goto("/keys")
    page.keyboard.press("/")
    page.keyboard.type("zarmara")
    found = page.locator("#typed a")
    expect(found.nth(1)).to_be_visible()
    for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        expect(found.nth(at)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#typed")).to_be_hidden()
    expect(page.locator("#q")).to_be_focused()


def test_from_any_page_to_an_article_by_the_keyboard_alone(page: Page) -> None:
    page.goto("/method")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "q":
            break
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("patrouilles")
    first = page.locator("#typed a").first
    expect(first).to_be_visible()
    title = first.locator(".title").inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/articles/[^/?]+$"))
    expect(page.locator("h1")).to_have_text(title)
