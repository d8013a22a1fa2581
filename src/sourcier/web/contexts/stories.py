"""The list of stories: what is asked for, and the part of it that is shown."""

from dataclasses import dataclass, replace

from sourcier.core.overview import Overview
from sourcier.core.page import Page
from sourcier.core.selection import Order, Selection
from sourcier.web.contexts.paging import Paging, paging, place
from sourcier.web.contexts.rows import overview_row, page_row
from sourcier.web.contexts.selecting import CATEGORIES_OF_MEANING, CREDITS, one_of, selection
from sourcier.web.visit import Visit
from sourcier.workflow.desk import Desk

ROWS = 30
"""Stories on one page."""
ORDERS: tuple[Order, ...] = ("look", "latest", "size")


@dataclass(frozen=True)
class Stories:
    """A part of the list; `credits` and `categories` are what the filters offer."""

    found: Page[Overview]
    asked: Selection
    order: Order
    paging: Paging
    orders: tuple[str, ...] = ORDERS
    credits: tuple[str, ...] = CREDITS
    categories: tuple[str, ...] = CATEGORIES_OF_MEANING

    @property
    def filtered(self) -> bool:
        """Whether anything is asked for beside an order."""
        return self.asked != Selection()

    @property
    def unfolded(self) -> bool:
        """Whether a filter beside the words is set."""
        return self.order != ORDERS[0] or replace(self.asked, query=None) != Selection()

    def row(self) -> bytes:
        """Return it as JSON."""
        return page_row(self.found, overview_row)


def stories(desk: Desk, visit: Visit) -> Stories:
    """Build the list; raises InputError for an order, a day, a credit or a category that is none."""
    asked, offset = selection(visit.query), place(visit, ROWS)
    given = visit.query.get("order") or "look"
    one_of("order", given, ORDERS)
    order = next(each for each in ORDERS if each == given)
    found = desk.stories(asked, order, ROWS, offset)
    return Stories(found, asked, order, paging(visit, "stories", ROWS, offset, found.total))
