"""Other sites neither read nor write here, and too much is refused."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from sourcier.web.guard import Guard, TooMuch
from tests.web.visiting import ADDRESS, client


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:8765", ""])
def test_a_server_is_called_by_its_address_alone(tmp_path: Path, host: str) -> None:
    with client(tmp_path / "a.db") as browser:
        assert browser.get("/keys", headers={"host": host}).status_code == 421
        assert browser.get("/static/site.css", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_site_may_not_write(tmp_path: Path, headers: dict[str, str]) -> None:
    with client(tmp_path / "a.db") as browser:
        browser.get("/keys")
        answer = browser.post("/find/paste", data={"text": "x"}, headers=headers)
    assert answer.status_code == 403
    assert "Another site" in answer.text


def test_every_answer_forbids_what_is_not_ours(tmp_path: Path) -> None:
    with client(tmp_path / "a.db") as browser:
        answers = [browser.get("/keys"), browser.get("/nothing"), browser.get("/static/site.css")]
        answers.append(browser.get("/keys", headers={"host": "evil.example"}))
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"


def test_a_body_that_is_too_long_is_refused_before_and_while_it_is_read() -> None:
    async def read(request: Request) -> PlainTextResponse:
        return PlainTextResponse(str(len(await request.body())))

    async def refused(_request: Request, _error: Exception) -> PlainTextResponse:
        return PlainTextResponse("too much", 413)

    app = Starlette(routes=[Route("/", read, methods=["POST"])], exception_handlers={TooMuch: refused})
    browser = TestClient(Guard(app, None, most=100), ADDRESS)
    assert browser.post("/", content=b"x" * 100).text == "100"
    assert browser.post("/", content=b"x" * 101).status_code == 413
    assert browser.post("/", content=iter([b"x" * 60, b"x" * 60])).status_code == 413
