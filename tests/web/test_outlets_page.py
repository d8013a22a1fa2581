"""The register of outlets as pages: enter, change, strike off; lineage is found anew where the ledger is small."""

import re
from pathlib import Path
from typing import Any

import pytest

from sourcier.core.errors import InputError
from sourcier.core.outlet import Outlet
from sourcier.web import renewing
from sourcier.web.contexts.outlets import given
from sourcier.web.imports import Imports
from sourcier.web.pasted import Pasted
from sourcier.web.site import Site
from sourcier.web.visit import Visit
from sourcier.workflow.desk import Desk
from tests import factory
from tests.web.filled import keep, pair
from tests.web.test_visit import visit
from tests.web.visiting import client, token

_AS_JSON = {"accept": "application/json"}


def _given(**form: str) -> Outlet:
    here = visit()
    return given(Visit(here.site, here.phrases, form=form))


def test_a_form_is_an_outlet() -> None:
    assert _given(
        name=" Le Phare ", aliases="Phare\r\n\r\n le phare inventé ", domains="phare.example", group=" ", kind="site",
        client="no", reference="yes",
    ) == Outlet(
        "Le Phare", ("Phare", "le phare inventé"), ("phare.example",), None, "site", client=False, reference=True
    )  # fmt: skip


@pytest.mark.parametrize(("said", "known"), [("yes", True), ("no", False), ("", None), ("perhaps", None)])
def test_whether_it_is_a_client_may_stay_unknown(said: str, known: bool | None) -> None:
    assert _given(name="x", client=said).client is known


def test_a_kind_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="blog"):
        _given(name="x", kind="blog")


def test_an_outlet_is_entered_changed_and_struck_off(tmp_path: Path) -> None:
    pair(tmp_path / "a.db")
    with client(tmp_path / "a.db") as browser:
        valid = token(browser)

        def items() -> list[dict[str, Any]]:
            rows: list[dict[str, Any]] = browser.get("/outlets", headers=_AS_JSON).json()["items"]
            return rows

        assert items() == []
        form = {"token": valid, "name": "Phare", "aliases": "Le Phare inventé", "kind": "newspaper"}
        answer = browser.post("/outlets/register", data=form)
        assert (answer.status_code, answer.headers["location"]) == (303, "/outlets")
        assert [(each["name"], each["articles"], each["kind"]) for each in items()] == [("Phare", 1, "newspaper")]
        browser.post("/outlets/register", data={**form, "was": "Phare", "name": "Le grand Phare", "group": "Groupe"})
        assert [(each["name"], each["group"]) for each in items()] == [("Le grand Phare", "Groupe")]
        page = browser.get("/outlets/edit?name=Le+grand+Phare").text
        assert 'name="was" value="Le grand Phare"' in page
        assert re.search(r'name="aliases"[^>]*>[^<]*Le Phare inventé', page)
        assert browser.post("/outlets/unregister", data={"token": valid, "name": "Le grand Phare"}).status_code == 303
        assert items() == []


def test_names_that_are_not_registered_are_offered(tmp_path: Path) -> None:
    pair(tmp_path / "a.db")
    with client(tmp_path / "a.db") as browser:
        row = browser.get("/outlets", headers=_AS_JSON).json()
        page = browser.get("/outlets/edit?name=Agence+inventée").text
    assert {(each["name"], each["articles"]) for each in row["unregistered"]} == {
        ("Agence inventée", 1),
        ("Le Phare inventé", 1),
    }
    assert 'value="Agence inventée"' in page
    assert 'name="was"' not in page


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"name": "  "}, "at least a letter or a digit"),
        ({"name": "x", "domains": "not a site"}, "not a site"),
        ({"name": "x", "kind": "blog"}, "blog"),
    ],
)
def test_what_cannot_be_kept_is_said(tmp_path: Path, form: dict[str, str], words: str) -> None:
    with client(tmp_path / "a.db") as browser:
        answer = browser.post("/outlets/register", data={**form, "token": token(browser)})
        assert browser.get("/outlets", headers=_AS_JSON).json()["items"] == []
    assert answer.status_code == 400
    assert words in answer.text


class _Asked(Imports):
    """Imports that only note what is asked of them."""

    asked = 0

    def refresh(self):  # type: ignore[no-untyped-def]
        """Note it."""
        self.asked += 1


@pytest.mark.parametrize(("stale", "small", "asked"), [(True, True, 1), (False, True, 0), (True, False, 0)])
def test_lineage_is_found_anew_where_it_is_old_and_little_is_to_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stale: bool, small: bool, asked: int
) -> None:
    path = tmp_path / "a.db"
    pair(path)
    monkeypatch.setattr("sourcier.workflow.waiting._MUCH", 2 if small else 0)
    imports = _Asked(path)
    with Desk(path) as desk:
        if stale:
            desk.register(Outlet("Phare", ("Le Phare inventé",)))
        assert desk.totals().stale is stale
        renewing.renew(Site(path, "", imports, Pasted()), desk)
    assert imports.asked == asked


def test_a_change_of_the_register_starts_it(tmp_path: Path) -> None:
    pair(tmp_path / "a.db")
    with client(tmp_path / "a.db") as browser:
        form = {"token": token(browser), "name": "Phare", "aliases": "Le Phare inventé"}
        browser.post("/outlets/register", data=form)
        kinds = [each["kind"] for each in browser.get("/imports", headers=_AS_JSON).json()["items"]]
    assert kinds == ["refresh"]


def test_what_the_register_says_stands_beside_the_name(tmp_path: Path) -> None:
    ledger = tmp_path / "a.db"
    pair(ledger)
    with Desk(ledger) as desk:
        desk.register(Outlet("Agence inventée", kind="agency", group="Groupe", client=True, reference=True))
        id_ = next(each.id for each in desk.articles().items if each.outlet == "Agence inventée")
    with client(ledger) as browser:
        page = browser.get(f"/articles/{id_}").text
    for words in ("agency", "Groupe", "client", "texts of reference"):
        assert f'<span class="tag">{words}</span>' in page


def test_names_are_shown_in_parts_and_asked_for_by_their_beginning(tmp_path: Path) -> None:
    found = [
        factory.article(f"{n}.txt", f"Texte {n}.", outlet=f"{'Écho' if n < 3 else 'Journal'} {n:03}", path=f"{n}.txt")
        for n in range(130)
    ]
    keep(tmp_path / "a.db", found, lineage=False)
    with client(tmp_path / "a.db") as browser:
        row = browser.get("/outlets?page=2", headers=_AS_JSON).json()
        assert (len(row["unregistered"]), row["total"], row["offset"]) == (30, 130, 100)
        assert "part 2 of 2" in browser.get("/outlets?page=2").text
        few = browser.get("/outlets?begins=echo", headers=_AS_JSON).json()
        assert [each["name"] for each in few["unregistered"]] == ["Écho 000", "Écho 001", "Écho 002"]
        none = browser.get("/outlets?begins=zzz").text
        assert 'value="zzz"' in none
        assert "Clear the filters" in none


def test_a_registered_outlet_is_counted_however_many_names_are_used_more(tmp_path: Path) -> None:
    found = [
        factory.article(f"{n}.txt", f"Texte {n}.", outlet=f"Journal {n // 2:03}", path=f"{n}.txt") for n in range(420)
    ]
    keep(tmp_path / "a.db", [*found, factory.article("r.txt", "Rare.", outlet="Rare", path="r.txt")], lineage=False)
    with Desk(tmp_path / "a.db") as desk:
        desk.register(Outlet("Rare"))
    with client(tmp_path / "a.db") as browser:
        row = browser.get("/outlets", headers=_AS_JSON).json()
    assert [(each["name"], each["articles"]) for each in row["items"]] == [("Rare", 1)]
    assert "Rare" not in [each["name"] for each in row["unregistered"]]
