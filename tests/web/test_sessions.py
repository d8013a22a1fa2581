"""What writes needs a token of its session; what others can reach needs a password."""

from pathlib import Path

import pytest

from sourcier.web.sessions import Sessions
from sourcier.web.settings import Settings
from tests.web.visiting import client, token

PASSWORD = "long enough"  # noqa: S105 - of a server that lives as long as a test


def test_a_token_belongs_to_one_session_of_one_server() -> None:
    here, there = Sessions(), Sessions()
    one, other = here.new(), here.new()
    assert here.may_write(one, here.token(one))
    assert not here.may_write(one, here.token(other))
    assert not there.may_write(one, here.token(one))
    assert not here.may_write("", here.token(""))
    assert not here.may_write("made.up", here.token("made.up"))


def test_a_form_without_its_token_writes_nothing(tmp_path: Path) -> None:
    with client(tmp_path / "a.db") as browser:
        valid = token(browser)
        assert browser.post("/outlets/register", data={"name": "Gazette"}).status_code == 403
        assert browser.post("/outlets/register", data={"name": "Gazette", "token": valid[:-1]}).status_code == 403
        assert "Gazette" not in browser.get("/outlets").text
        assert browser.post("/outlets/register", data={"name": "Gazette", "token": valid}).status_code == 303
        assert "Gazette" in browser.get("/outlets").text


def test_a_token_is_worth_nothing_to_another_browser(tmp_path: Path) -> None:
    with client(tmp_path / "a.db") as browser:
        valid = token(browser)
        browser.cookies.clear()
        assert browser.post("/outlets/register", data={"name": "Gazette", "token": valid}).status_code == 403


def test_the_cookie_is_hidden_from_scripts_and_other_sites(tmp_path: Path) -> None:
    with client(tmp_path / "a.db") as browser:
        cookie = browser.get("/keys").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("address", ["/", "/articles", "/example/", "/keys", "/method", "/typed?q=a", "/find"])
def test_nothing_is_read_without_the_password(tmp_path: Path, address: str) -> None:
    with client(tmp_path / "a.db", password=PASSWORD) as browser:
        answer = browser.get(address)
        assert (answer.status_code, answer.headers["location"]) == (303, "/login")


def test_the_password_lets_in_and_a_wrong_one_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def at_once() -> None:
        return None

    monkeypatch.setattr("sourcier.web.serving.slowly", at_once)
    with client(tmp_path / "a.db", password=PASSWORD) as browser:
        assert browser.post("/find/paste", data={"text": "x"}).headers["location"] == "/login"
        assert browser.post("/login", data={"password": "wrong"}).status_code == 403
        assert browser.get("/keys").status_code == 303
        assert browser.post("/login", data={"password": PASSWORD}).status_code == 303
        assert browser.get("/keys").status_code == 200


def test_a_server_for_others_needs_a_password(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="password"):
        Settings(tmp_path / "a.db", hosts=None)
    assert PASSWORD not in repr(Settings(tmp_path / "a.db", hosts=None, password=PASSWORD))
