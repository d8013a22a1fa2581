"""Languages, JSON for those who ask, and clear words where there is no page."""

from pathlib import Path

import pytest

from sourcier.web.json_asked import wants_json
from sourcier.web.routes import ROUTES
from tests.web.visiting import client, token


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("application/json", True),
        ("application/json, text/html", True),
        ("text/html,application/xhtml+xml,*/*;q=0.8", False),
        ("text/html, application/json", False),
        ("*/*", False),
        ("", False),
    ],
)
def test_json_is_for_those_who_ask_for_it(accept: str, wanted: bool) -> None:
    assert wants_json(accept) is wanted


def test_the_language_is_the_chosen_one_then_the_browsers_then_the_servers(tmp_path: Path) -> None:
    with client(tmp_path / "a.db") as browser:
        assert '<html lang="en">' in browser.get("/keys", headers={"accept-language": "de, nl;q=.5"}).text
        assert '<html lang="fr">' in browser.get("/keys", headers={"accept-language": "de, fr-NE;q=.5"}).text
        assert '<html lang="fr">' in browser.get("/keys?lang=fr").text
        chosen = browser.get("/language/fr?next=/keys")
        assert (chosen.status_code, chosen.headers["location"]) == (303, "/keys")
        assert '<html lang="fr">' in browser.get("/keys", headers={"accept-language": "en"}).text


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "", "javascript:1"])
def test_a_choice_of_language_leads_to_no_other_site(tmp_path: Path, back: str) -> None:
    with client(tmp_path / "a.db") as browser:
        assert browser.get("/language/en", params={"next": back}).headers["location"] == "/"


@pytest.mark.parametrize("address", ["/nothing", "/articles/none", "/stories/none", "/find/none", "/imports/none"])
def test_an_unknown_address_has_a_clear_answer(tmp_path: Path, address: str) -> None:
    with client(tmp_path / "a.db") as browser:
        page, row = browser.get(address), browser.get(address, headers={"accept": "application/json"})
    assert page.status_code == row.status_code == 404
    assert "Traceback" not in page.text
    assert row.json()["error"]


def test_every_page_of_an_empty_ledger_answers_in_both_languages_and_as_json(tmp_path: Path) -> None:
    pages = [route.path for route in ROUTES.values() if not route.writes and "{" not in route.path]
    with client(tmp_path / "a.db") as browser:
        for path in pages:
            for code in ("en", "fr"):
                assert browser.get(f"{path}?lang={code}").status_code == 200, path
            row = browser.get(path, headers={"accept": "application/json"}).json()
            assert row["schema"] == "0.1", path


def test_reading_needs_get_and_writing_post(tmp_path: Path) -> None:
    with client(tmp_path / "a.db") as browser:
        assert browser.post("/articles").status_code == 405
        assert browser.get("/outlets/register").status_code == 405


def test_a_choice_of_language_after_a_refused_form_leads_to_a_page(tmp_path: Path) -> None:
    with client(tmp_path / "a.db") as browser:
        page = browser.post("/find/paste", data={"token": token(browser), "text": ""})
        assert page.status_code == 400
        assert '/language/fr?next=%2F"' in page.text
        assert "next=%2Fkeys%3Fx%3D1" in browser.get("/keys?x=1").text
