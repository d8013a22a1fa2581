"""Addresses are made from the table of routes; hostile values stay inside them."""

from pathlib import Path

import pytest

from sourcier.core.errors import InputError
from sourcier.lang.interface import phrases
from sourcier.web.imports import Imports
from sourcier.web.pasted import Pasted, Pasting
from sourcier.web.site import Site
from sourcier.web.visit import Visit
from tests.factory import article


def visit(root: str = "", **query: str) -> Visit:
    ledger = Path("never-opened.db")
    return Visit(Site(ledger, root, Imports(ledger), Pasted()), phrases("en"), query=query)


def test_an_address_holds_its_values_quoted() -> None:
    assert visit().link("article", id="a/../b?c") == "/articles/a%2F..%2Fb%3Fc"
    assert visit("/example").link("articles", {"q": "l’eau & co", "page": 2, "outlet": None, "since": ""}) == (
        "/example/articles?q=l%E2%80%99eau+%26+co&page=2"
    )


@pytest.mark.parametrize(("given", "expected"), [("", 7), ("3", 3), ("99999", 50)])
def test_a_number_of_the_query_is_bounded(given: str, expected: int) -> None:
    assert visit(page=given).number("page", 7, 50) == expected


@pytest.mark.parametrize("given", ["-1", "x", "1e3", "٣", "9999999999"])
def test_what_is_no_number_is_refused(given: str) -> None:
    with pytest.raises(InputError, match="page"):
        visit(page=given).number("page", 1, 50)


def test_the_oldest_of_many_pasted_texts_goes() -> None:
    pasted = Pasted()
    keys = [pasted.put(Pasting(article(str(number)), None)) for number in range(21)]
    assert pasted.get(keys[0]) is None
    assert pasted.get(keys[1]) is not None
    pasted.forget(keys[1])
    assert pasted.get(keys[1]) is None
