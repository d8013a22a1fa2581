"""A place that a key leads to stands in the address; a list that appears says how long it is."""

import re

from playwright.sync_api import Page, expect

from tests.web.browser import screens


def test_a_step_side_by_side_writes_its_place_into_the_address(page: Page) -> None:
    page.goto(screens.address("beside", page.request))
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile(r"#difference-\d+$"))
    place = page.url.partition("#")[2]
    page.reload()
    expect(page.locator(f"#{place}")).to_have_class(re.compile(r"\bcurrent\b"))
    page.keyboard.press("n")
    assert page.url.partition("#")[2] != place


def test_a_search_while_it_is_typed_says_how_many_it_found(page: Page) -> None:
    page.goto(screens.address("articles", page.request))
    status = page.locator("form.search [role=status]")
    page.locator("#q").press_sequentially("port")
    expect(status).to_have_text(re.compile(r"\d+ article"))
    page.locator("#q").fill("zzzzqqq")
    expect(status).not_to_have_text(re.compile(r"\d"))
    expect(status).not_to_be_empty()
