"""What stands around every page: keys, the way to the content, the language."""

import re

from playwright.sync_api import Page, expect


def test_the_question_mark_shows_the_keys_and_escape_hides_them(page: Page) -> None:
    page.goto("/keys")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_have_count(0)
    page.keyboard.press("?")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_the_slash_goes_to_the_search_where_keys_are_letters(page: Page) -> None:
    page.goto("/keys")
    page.keyboard.press("/")
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("?n/")
    expect(field).to_have_value("?n/")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_first_stop_of_the_keyboard_leads_to_the_content(page: Page) -> None:
    page.goto("/keys")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_where_the_keyboard_is_can_be_seen(page: Page) -> None:
    page.goto("/keys")
    for _ in range(12):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => {
                const style = getComputedStyle(document.activeElement);
                return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
            }"""
        )
        assert shown, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_the_question_mark_is_a_link_where_no_scripts_run(scriptless: Page) -> None:
    scriptless.goto("/keys")
    scriptless.locator("[data-keys]").click()
    expect(scriptless).to_have_url(re.compile(r"/keys$"))
    assert scriptless.locator("main kbd").count() > 5


def test_a_language_once_chosen_stays(scriptless: Page) -> None:
    scriptless.goto("/keys")
    expect(scriptless.locator("html")).to_have_attribute("lang", "en")
    scriptless.get_by_role("link", name="FR").click()
    expect(scriptless).to_have_url(re.compile(r"/keys$"))
    expect(scriptless.locator("html")).to_have_attribute("lang", "fr")
    scriptless.goto("/keys")
    expect(scriptless.locator("html")).to_have_attribute("lang", "fr")
