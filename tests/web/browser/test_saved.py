"""The dossier that was saved, opened from disk: read like a page, and alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.accessibility import axe, fits
from tests.web.browser.screens import address
from tests.web.browser.screenshots import shoot
from tests.web.browser.watch import Watch


@pytest.mark.parametrize(("language", "full"), [("en", "0"), ("fr", "1")])
def test_a_saved_dossier_opens_from_disk(page: Page, watch: Watch, tmp_path: Path, language: str, full: str) -> None:
    saved = tmp_path / "dossier.html"
    saved.write_bytes(
        page.request.get(f"{address('beside', page.request)}/dossier.html?lang={language}&full={full}").body()
    )
    watch.expect(f"asked {saved.as_uri()}")
    page.goto(saved.as_uri())
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).to_have_count(1)
    axe(page)
    page.set_viewport_size({"width": 360, "height": 720})
    fits(page)
    page.emulate_media(color_scheme="dark")
    axe(page, "color-contrast")
    shoot(page, "saved")
