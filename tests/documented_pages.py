"""The examples of the pages as JSON: what a server over a small invented ledger answers."""

import json
import re
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.testclient import TestClient

from sourcier.core.outlet import Outlet
from sourcier.core.problem import Problem
from sourcier.export import ledger_rows
from sourcier.export.line import line
from sourcier.web.contexts.imports import import_row
from sourcier.web.imported import Import, Step
from sourcier.workflow.desk import Desk
from tests.web import filled
from tests.web.visiting import client

_AS_JSON = {"accept": "application/json"}
_NOW = re.compile(rb'"20(?!31)\d\d-\d\d-\d\dT[^"]*"')  # when the example was made: its articles are of 2031
_MADE = b'"2031-03-05T08:00:00Z"'
_SHOWN = frozenset({
    "id", "path", "url", "outlet", "title", "byline", "published", "captured", "language", "complete", "sha256",
    "title_span", "text", "passages", "edges", "later_passages", "later_edges", "shares", "searched", "producer",
})  # fmt: skip
_FAMILY = frozenset(
    {"id", "origin", "absent_origin", "articles", "incomplete", "searched", "edges", "shares", "producer"}
)
_COMPARED = frozenset({
    "derived", "source", "direction", "reasons", "credit", "stretches", "shares", "headline", "blocks", "passages",
    "producer",
})  # fmt: skip


@cache
def _answers() -> dict[str, bytes]:
    """Return what the pages answer, by the names of their examples."""
    with TemporaryDirectory() as folder:
        ledger = Path(folder) / "sourcier.db"
        filled.pair(ledger)
        with Desk(ledger) as desk:
            desk.register(Outlet("Agence inventée", ("AI",), ("agence.example",), kind="agency", reference=True))
            (edge,) = desk.story(desk.stories().items[0].family).family.edges
            family = desk.card(edge.derived).family
            desk.correct(edge.derived, "byline", "Prénom Inventé", "A. D.")
        article, pair = f"/articles/{edge.derived}", f"/articles/{edge.derived}/beside/{edge.source}"
        with client(ledger) as browser:
            found = {
                "page-dossier": _get(browser, "/"),
                "page-articles": _get(browser, "/articles?q=Vingt+navires"),
                "page-typed": _get(browser, "/typed?q=Vingt+nav"),
                "page-article": _get(browser, article, _SHOWN),
                "page-stories": _get(browser, "/stories"),
                "page-outlets": _get(browser, "/outlets"),
                "page-weeks": _get(browser, "/outlets/weeks?week=2031-03-04"),
                "page-refused": _get(browser, "/articles/none"),
            }
            with Desk(ledger) as desk:
                desk.deny(edge.derived, edge.source, "A. D.")
            return found | {
                "page-story": _get(browser, f"/stories/{family}", _FAMILY),
                "page-beside": _get(browser, pair, _COMPARED),
                "page-changes": _get(browser, "/changes"),
            }


def _get(browser: TestClient, address: str, known: Collection[str] = ()) -> bytes:
    """Return what a page answers, without the fields that are documented elsewhere, all times of today made one."""
    row = json.loads(_NOW.sub(_MADE, browser.get(address, headers=_AS_JSON).content))
    return line({name: value for name, value in row.items() if name not in {"schema", *known}})


def _import() -> bytes:
    begun, over = (datetime(2031, 3, 5, 8, 0, second, tzinfo=UTC) for second in (0, 4))
    missing = Problem("ingest", "articles/empty.txt", "there is no text in this file")
    steps = (Step("read", 15, 15), Step("compare", 12, 12))
    return line(
        import_row(
            Import("k3Jx", "files", "articles", 15, True, "done", steps, 12, 2, 4, (missing,), 1, None, begun, over, 9)
        )
    )


def _answered(name: str) -> Callable[[], bytes]:
    return lambda: _answers()[name]


_NAMES = (
    "page-dossier", "page-articles", "page-typed", "page-article", "page-beside", "page-stories", "page-story",
    "page-outlets", "page-weeks", "page-changes", "page-refused",
)  # fmt: skip
EXAMPLES: dict[str, Callable[[], bytes]] = {
    **{name: _answered(name) for name in _NAMES},
    "page-import": _import,
    "serve": lambda: ledger_rows.served("http://127.0.0.1:8765/", "sourcier.db"),
}
