"""Pictures of pages for people to look at; they stay outside the repository."""

import os
from pathlib import Path

from playwright.sync_api import Page

_FOLDER = "SOURCIER_SCREENSHOTS"
_ROOT = Path(__file__).resolve().parents[3]


def shoot(page: Page, name: str, *, full: bool = True) -> None:
    """Save a picture of the page to the folder that SOURCIER_SCREENSHOTS names; without one nothing is done."""
    if not (named := os.environ.get(_FOLDER)):
        return
    folder = Path(named).resolve()
    assert not folder.is_relative_to(_ROOT), f"{_FOLDER} names a folder inside the repository: {folder}"
    folder.mkdir(parents=True, exist_ok=True)
    width = page.viewport_size["width"] if page.viewport_size else 0
    language = page.locator("html").get_attribute("lang") or "none"
    page.screenshot(path=folder / f"{name}.{language}.{width}.png", full_page=full)
