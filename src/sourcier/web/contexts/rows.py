"""Lists as JSON: an article or a family a row, and the part of the list that it is."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TypeVar

from sourcier.core.card import Card
from sourcier.core.denial import Denial
from sourcier.core.overview import Overview
from sourcier.core.page import Page
from sourcier.export.line import line

T = TypeVar("T")


def card_row(card: Card) -> dict[str, Any]:
    """Return what is known of an article; its fields are those of `show`, without the text."""
    return {**asdict(card), "published": card.published.value if card.published else None}


def overview_row(overview: Overview) -> dict[str, Any]:
    """Return a family at a glance."""
    return asdict(overview)


def denial_row(denial: Denial) -> dict[str, Any]:
    """Return the word of a person against a tie."""
    return asdict(denial)


def page_row(page: Page[T], row: Callable[[T], dict[str, Any]]) -> bytes:
    """Return the line of a list."""
    return line({"items": [row(each) for each in page.items], "total": page.total, "offset": page.offset})
