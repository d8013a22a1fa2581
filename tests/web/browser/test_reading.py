"""Reading an article: the evidence of a passage is seen beside it, and nobody loses his place."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bench.web.server import Server
from tests.web.browser import screens
from tests.web.browser.accessibility import axe, fits
from tests.web.browser.watch import Watch

Open = Callable[..., Page]


def go(page: Page) -> None:
    page.goto(screens.address("article", page.request))


def box(page: Page, selector: str) -> dict[str, float]:
    found: dict[str, float] = page.locator(selector).first.evaluate("each => each.getBoundingClientRect().toJSON()")
    return found


def test_only_the_page_scrolls_and_all_evidence_is_on_it(page: Page) -> None:
    go(page)
    inner = page.locator(".beside").evaluate("each => each.scrollHeight - each.clientHeight")
    assert inner <= 1
    expect(page.locator(".passages > li").last).to_be_visible()


def test_a_step_shows_the_evidence_of_its_passage_beside_the_text(page: Page) -> None:
    go(page)
    panel = page.locator(".panel")
    expect(panel).to_be_hidden()
    for number in (1, 2):
        page.keyboard.press("n")
        expect(panel).to_contain_text(f"Passage {number}")
        expect(panel).to_be_in_viewport()
        expect(page.locator(f"#passage-{number}")).to_be_focused()
    assert box(page, ".panel")["left"] > box(page, ".words .text")["right"]
    assert box(page, ".beside")["top"] == pytest.approx(box(page, ".words")["top"], abs=1)
    axe(page)


def test_a_letter_shows_the_evidence_and_leaves_the_reader_where_he_is(page: Page) -> None:
    go(page)
    letter = page.locator("#passage-2 sup a").first
    letter.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    letter.click()
    expect(page.locator(".panel")).to_contain_text("Passage 2")
    assert page.evaluate("scrollY") == before


def test_escape_closes_the_evidence_and_gives_the_keyboard_back_to_the_passage(page: Page) -> None:
    go(page)
    page.keyboard.press("n")
    page.keyboard.press("e")
    expect(page.locator(".panel .back")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_be_hidden()
    expect(page.locator("#passage-1")).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator(".panel")).to_contain_text("Passage 2")
    page.get_by_role("button", name="Close").click()
    expect(page.locator(".panel")).to_be_hidden()


def test_the_keyboard_comes_to_the_evidence_before_the_other_texts(page: Page) -> None:
    go(page)
    last = page.locator(".words .text mark a").last
    last.focus()
    expect(page.locator(".panel")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.panel'))")


def test_on_a_phone_the_panel_is_low_and_does_not_cover_its_passage(narrow: Page) -> None:
    go(narrow)
    count = narrow.locator(".words .text mark[id]").count()
    for number in range(1, count + 1):
        narrow.keyboard.press("n")
        panel, passage = box(narrow, ".panel"), box(narrow, f"#passage-{number}")
        assert panel["height"] <= 0.4 * 720 + 1
        assert panel["top"] >= min(passage["bottom"], passage["top"] + 200), number
    axe(narrow)
    fits(narrow)


def test_a_quotation_is_copied_from_the_panel(page: Page) -> None:
    go(page)
    page.keyboard.press("n")
    page.locator(".panel button[data-quote]").click()
    expect(page.locator(".panel button[data-quote]")).not_to_contain_text("Copy as")
    assert "SHA-256" in page.evaluate("navigator.clipboard.readText()")


def test_keys_are_told_where_they_work_and_letters_lead_to_evidence_without_scripts(
    page: Page, scriptless: Page
) -> None:
    go(page)
    expect(page.get_by_text("next and previous passage")).to_be_visible()
    go(scriptless)
    expect(scriptless.get_by_text("next and previous passage")).to_be_hidden()
    scriptless.locator("#passage-1 sup a").first.click()
    assert scriptless.url.endswith("#evidence-1")
    expect(scriptless.locator("#evidence-1")).to_be_in_viewport()
    expect(scriptless.locator(".panel")).to_have_count(0)


def test_a_wrong_date_comes_back_with_all_that_was_typed(open_page: Open, own_server: Server, watch: Watch) -> None:
    page = open_page(at=own_server)
    watch.expect("400 (Bad Request)")
    go(page)
    page.locator("#corrections > summary").click()
    page.get_by_label("Byline").fill("A. Diallo")
    date = page.locator("#field-published")
    date.fill("le 31 brumaire")
    with page.expect_response("**/correct") as answered:
        page.get_by_role("button", name="Save").click()
    assert answered.value.status == 400
    expect(date).to_be_focused()
    expect(date).to_be_in_viewport()
    expect(date).to_have_value("le 31 brumaire")
    expect(date).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Byline")).to_have_value("A. Diallo")
    axe(page)
    page.set_viewport_size({"width": 360, "height": 720})
    fits(page)
    date.fill("05/09/2025 10:30")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#corrections table")).to_contain_text("5 September 2025, 10:30")
    expect(page.locator(".renewing, form.warning")).to_have_count(0, timeout=60_000)
    page.wait_for_load_state("networkidle")


def test_a_text_is_written_in_its_own_direction_whatever_letters_mark_it(page: Page) -> None:
    go(page)
    shown = page.locator(".words .text").evaluate(
        """each => {
            each.innerHTML = each.querySelector("mark[id] > sup").outerHTML + "نص مخترع";
            return getComputedStyle(each).direction;
        }"""
    )
    assert shown == "rtl"
