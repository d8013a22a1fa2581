"""What axe says of a page."""

import os
from functools import cache
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_GRAVE = {"serious", "critical"}
_OPTIONS: dict[str, Any] = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}  # off unless asked for


@cache
def _axe() -> Axe:
    return Axe()


def axe(page: Page, *only: str) -> None:
    """Assert that axe finds nothing serious or critical on a page as it stands now, by all its rules or a few alone."""
    options = _OPTIONS | ({"runOnly": list(only)} if only else {})
    found = _axe().run(page, options=options).response["violations"]
    grave = [_told(rule) for rule in found if rule["impact"] in _GRAVE]
    assert not grave, f"{page.url}\n" + "\n".join(grave)


def _told(rule: dict[str, Any]) -> str:
    nodes = [f"    {' '.join(map(str, node['target']))}\n      {node['failureSummary']}" for node in rule["nodes"][:5]]
    return os.linesep.join([f"  {rule['id']} ({rule['impact']}): {rule['help']}; {len(rule['nodes'])} times", *nodes])


def fits(page: Page) -> None:
    """Assert that a page is not wider than its window, so that nobody scrolls sideways to read it."""
    wide = page.evaluate(
        """() => {
            const room = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= room) return [];
            return [...document.body.querySelectorAll("*")].filter((each) => {
                const box = each.getBoundingClientRect();
                return box.width > 0 && box.right + window.scrollX > room + 0.5;
            }).slice(0, 5).map((each) => each.outerHTML.slice(0, 120));
        }"""
    )
    assert not wide, f"{page.url} is wider than its window: {wide}"
