"""Every page answers who asks for JSON with one object, over a ledger that is in use; so does every refusal."""

import json
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sourcier.core.outlet import Outlet
from sourcier.core.producer import Producer
from sourcier.lineage.settings import Settings
from sourcier.web.routes import ROUTES
from sourcier.workflow.desk import Desk
from sourcier.workflow.producing import of_two
from sourcier.workflow.stages import LINEAGE
from tests import factory
from tests.web import filled
from tests.web.visiting import client, token

_AS_JSON = {"accept": "application/json"}
_NO_ROWS = {"saved", "found_saved", "events"}
"""Pages that are a file or a stream, whoever asks."""
_FIELDS = {
    "dossier": {"totals", "alone", "origins", "look", "running"},
    "articles": {"items", "total", "offset"},
    "typed": {"items"},
    "article": {"id", "text", "passages", "edges", "story", "corrections", "denials", "chain", "rare_phrases"},
    "beside": {"derived", "source", "passages", "denial", "story"},
    "stories": {"items", "total", "offset"},
    "story": {"edges", "shares", "searched", "overview", "denied"},
    "find": {"articles"},
    "found": {"passages", "best", "shared", "searched", "rare_phrases"},
    "found_beside": {"derived", "source", "passages"},
    "imports": {"items", "problems", "problem_count"},
    "import": {"state", "new", "known", "problems"},
    "entities": {"items", "total", "offset", "behind"},
    "entity": {"id", "name", "sightings", "matches", "decisions"},
    "outlets": {"items", "unregistered", "stale"},
    "outlet": {"name", "registered"},
    "weeks": {"items", "start", "end"},
    "changes": {"changes"},
    "method": {"steps", "unseen", "totals"},
    "keys": {"keys"},
    "language": {"location"},
}
"""Fields that each page has at least."""


class Used:
    """A ledger in use behind a server: a correction, a denial, an outlet, a pasted text, an import with a problem."""

    def __init__(self, browser: TestClient, ledger: Path) -> None:
        self.browser, self._sent = browser, token(browser)
        with Desk(ledger) as desk:
            story = desk.stories().items[0].family
            (edge,) = desk.story(story).family.edges
            desk.correct(edge.derived, "title", "Titre inventé", "A. D.")
            desk.deny(edge.derived, edge.source, "A. D.")
            desk.register(Outlet("Agence inventée", kind="agency"))
            assert desk.entities_behind() == 0
            entity = desk.entities("", None, 1, 0).items[0].id
        pasted = self._post("/find/paste", data={"text": factory.pair()[0].text}).rpartition("/")[2]
        files = [("files", ("neuf.txt", b"Un texte de plus, tout neuf et assez long.")), ("files", ("vide.txt", b""))]
        key = self._post("/imports/files", files=files).rpartition("/")[2]
        while browser.get(f"/imports/{key}", headers=_AS_JSON).json()["state"] not in {"done", "failed"}:
            time.sleep(0.05)
        self._given = {
            "article": {"id": edge.derived}, "beside": {"id": edge.derived, "other": edge.source},
            "story": {"id": story}, "found": {"key": pasted}, "found_beside": {"key": pasted, "id": edge.source},
            "import": {"key": key}, "language": {"code": "en"},
            "entity": {"id": entity},
        }  # fmt: skip

    def address(self, name: str) -> str:
        """Return the address of a page, with something to show."""
        query = {"typed": "?q=port", "articles": "?q=port", "outlet": "?name=Agence+inventée"}
        return ROUTES[name].path.format(**self._given.get(name, {})) + query.get(name, "")

    def _post(self, address: str, **sent: Any) -> str:
        answer = self.browser.post(address, headers={**_AS_JSON, "x-sourcier-token": self._sent}, **sent)
        return str(answer.json()["location"])


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Used]:
    ledger = tmp_path_factory.mktemp("json") / "a.db"
    filled.pair(ledger)
    with client(ledger) as browser:
        yield Used(browser, ledger)


def test_every_page_is_in_the_table() -> None:
    assert {name for name, route in ROUTES.items() if not route.writes} == set(_FIELDS) | _NO_ROWS


@pytest.mark.parametrize("name", _FIELDS)
def test_a_page_is_one_object(used: Used, name: str) -> None:
    answer = used.browser.get(used.address(name), headers=_AS_JSON)
    row = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert next(iter(row)) == "schema"
    assert row["schema"] == "0.1"
    assert _FIELDS[name] <= row.keys()


@pytest.mark.parametrize("name", ["article", "story", "beside", "found", "found_beside"])
def test_what_the_command_line_says_the_producer_of_the_page_does_too(used: Used, name: str) -> None:
    row = used.browser.get(used.address(name), headers=_AS_JSON).json()
    assert list(row)[-1] == "producer"
    two = name.endswith("beside")
    assert row["producer"] == (of_two() if two else Producer(LINEAGE.version, asdict(Settings()))).fields()


def test_what_people_said_is_in_it(used: Used) -> None:
    def row(name: str) -> dict[str, Any]:
        found: dict[str, Any] = used.browser.get(used.address(name), headers=_AS_JSON).json()
        return found

    assert [each["author"] for each in row("story")["denied"]] == ["A. D."]
    assert (row("beside")["denial"]["author"], row("beside")["story"]) == ("A. D.", row("article")["story"])
    assert row("articles")["items"][0]["snippet"]["text"]
    (problem,) = (each for each in row("imports")["problems"] if each["where"].endswith("vide.txt"))
    assert problem["message"]
    assert problem.keys() == {"where", "message", "hint"}
    assert row("outlets")["stale"] is False
    assert row("method")["steps"]


def test_the_register_says_that_lineage_is_older(tmp_path: Path) -> None:
    filled.keep(tmp_path / "a.db", factory.pair(), lineage=False)
    with client(tmp_path / "a.db") as browser:
        assert browser.get("/outlets", headers=_AS_JSON).json()["stale"] is True


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nothing", 404), ("/articles/none", 404), ("/articles/none/beside/none", 404), ("/stories/none", 404),
        ("/find/none", 404), ("/find/none/beside/none", 404), ("/imports/none", 404), ("/language/xx", 400),
        ("/articles?credit=bogus", 400), ("/stories?order=bogus", 400), ("/outlets/weeks?week=x", 400),
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_as_an_object(used: Used, address: str, status: int) -> None:
    answer = used.browser.get(address, headers=_AS_JSON)
    assert answer.status_code == status
    assert list(answer.json()) == ["schema", "error", "hint"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 421),
        ({"origin": "http://evil.example"}, 403),
        ({"content-length": "999999999999"}, 413),
        ({}, 403),
    ],
)
def test_a_refusal_of_the_guard_is_an_object(used: Used, headers: dict[str, str], status: int) -> None:
    answer = used.browser.post("/find/paste", content=b"text=x", headers={
        **_AS_JSON, "content-type": "application/x-www-form-urlencoded", **headers,
    })  # fmt: skip
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/json")
    assert answer.json()["error"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_who_has_not_given_the_password_is_told_so(tmp_path: Path) -> None:
    with client(tmp_path / "a.db", password="la-bonne-phrase") as browser:  # noqa: S106 - of no server
        asked = browser.get("/articles", headers=_AS_JSON)
        assert asked.status_code == 401
        assert list(asked.json()) == ["schema", "error", "hint"]
        assert "/login" in asked.json()["hint"]
        assert browser.get("/login", headers=_AS_JSON).json() == {"schema": "0.1", "wrong": False}
        wrong = browser.post("/login", data={"password": "autre"}, headers=_AS_JSON)
        assert (wrong.status_code, list(wrong.json())) == (403, ["schema", "error", "hint"])
        let_in = browser.post("/login", data={"password": "la-bonne-phrase"}, headers=_AS_JSON)
        assert json.loads(let_in.text) == {"schema": "0.1", "location": "/"}
        assert browser.get("/articles", headers=_AS_JSON).json()["items"] == []
