"""What nobody means to send: each is answered in one clear line, and nothing is lost or let out by it."""

from io import BytesIO
from multiprocessing import Pipe
from pathlib import Path

import anyio
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.types import Message

from sourcier.core.errors import LedgerError
from sourcier.web import importing
from sourcier.web.app import create
from sourcier.web.sessions import Sessions
from sourcier.web.settings import Settings
from sourcier.web.visit import inside
from sourcier.workflow.desk import Desk
from sourcier.workflow.intake import Intake
from sourcier.workflow.options import ReadOptions
from sourcier.workflow.pasting import pasted
from sourcier.workflow.received import take_in
from sourcier.workflow.spool import Filling
from tests.web.visiting import ADDRESS, client, token

AS_JSON = {"accept": "application/json"}
FORM = "application/x-www-form-urlencoded"
PASSWORD = "long enough"  # noqa: S105 - of a server that lives as long as a test


@pytest.mark.parametrize("origin", ["http://[", "http://", "", "null", "http://evil@127.0.0.1:8765", "//127.0.0.1"])
def test_an_origin_that_is_none_may_not_write(tmp_path: Path, origin: str) -> None:
    with client(tmp_path / "a.db") as browser:
        answer = browser.post("/find/paste", data={"text": "x"}, headers={"origin": origin})
    assert answer.status_code == 403
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("length", ["-1", "\u00b2", "9" * 5000, "x", ""])
def test_a_length_that_is_none_is_refused(tmp_path: Path, length: str) -> None:
    with client(tmp_path / "a.db") as browser:
        answer = browser.post("/find/paste", content=b"", headers={"content-length": length.encode("latin-1")})
    assert answer.status_code == 413


@pytest.mark.parametrize("host", ["[", "a:b", "a b", "", "a:1:2", "a/../b", "user@a", "a:999999"])
def test_a_server_for_others_too_is_called_by_a_name(tmp_path: Path, host: str) -> None:
    with client(tmp_path / "a.db", password=PASSWORD) as browser:
        assert browser.get("/login", headers={"host": host}).status_code == 421
        assert browser.get("/login", headers={"host": "press-room.example:8765"}).status_code == 200


def test_what_is_refused_at_the_door_is_said_in_french_too(tmp_path: Path) -> None:
    with client(tmp_path / "a.db") as browser:
        french = {"accept-language": "fr"}
        assert "aucun autre nom" in browser.get("/keys", headers={**french, "host": "evil.example"}).text
        assert "Un autre site" in browser.post("/login", headers={**french, "origin": "http://evil.example"}).text


@pytest.mark.parametrize("back", ["/\r\nX-Evil: 1", "/\t/evil.example", "/\u202e", "//evil.example", "/" + "x" * 3000])
def test_an_address_to_go_back_to_ends_no_header_and_leads_nowhere_else(tmp_path: Path, back: str) -> None:
    assert not inside(back)
    with client(tmp_path / "a.db") as browser:
        answers = [browser.get("/language/fr", params={"next": back}, headers=each) for each in (AS_JSON, {})]
    assert [each.headers["location"] for each in answers] == ["/", "/"]
    assert [each.status_code for each in answers] == [200, 303]


def test_an_address_with_accents_stands_in_a_header(tmp_path: Path) -> None:
    with client(tmp_path / "a.db") as browser:
        answer = browser.get("/language/fr", params={"next": "/articles?outlet=Écho"}, headers=AS_JSON)
    assert answer.status_code == 200
    assert answer.headers["location"] == answer.json()["location"] == "/articles?outlet=%C3%89cho"


def test_a_form_of_too_many_or_too_long_fields_says_that_it_is_too_much(tmp_path: Path) -> None:
    with client(tmp_path / "a.db") as browser:
        valid = token(browser)
        many = browser.post("/find/paste", content="a=1&" * 2000, headers={"content-type": FORM})
        long = browser.post("/find/paste", data={"token": valid, "text": "mot " * 2_600_000})
    assert [many.status_code, long.status_code] == [413, 413]
    assert "too much at once" in many.text


def test_a_form_that_breaks_off_is_not_told_at_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    app = create(Settings(tmp_path / "a.db", "en", frozenset({"127.0.0.1:8765"})))
    with TestClient(app, ADDRESS) as browser:  # which raises what no handler answers
        answer = browser.post("/find/paste", content=b"--x\r\n", headers={"content-type": "multipart/form-data"})
    assert answer.status_code == 400
    assert "Traceback" not in capfd.readouterr().err


def test_many_passwords_at_once_are_not_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    met: list[int] = []

    async def ask_meanwhile() -> None:
        if len(met) < 10:
            met.append(0)
            met.append(await _login(app))

    monkeypatch.setattr("sourcier.web.serving.slowly", ask_meanwhile)
    app = create(Settings(tmp_path / "a.db", "en", None, PASSWORD))
    assert anyio.run(_login, app) == 403
    assert [each for each in met if each] == [429, 403, 403]
    met[:] = range(10)
    assert anyio.run(_login, app) == 403  # those that waited are let go


async def _login(app: Starlette) -> int:
    """Try a wrong password as a server would pass it on, and return the status of the answer."""
    headers = [(b"host", b"127.0.0.1:8765"), (b"content-type", FORM.encode())]
    client = {"client": ("192.0.2.7", 1), "server": ("127.0.0.1", 8765), "scheme": "http", "root_path": ""}
    status = 0

    async def receive() -> Message:
        return {"type": "http.request", "body": b"password=wrong", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        status = message.get("status", status)

    scope = {"type": "http", "method": "POST", "path": "/login", "query_string": b"", "headers": headers, **client}
    await app(scope, receive, send)
    return status


def test_an_import_stopped_before_its_work_began_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "_ended", stopped)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    receiving, sending = Pipe(duplex=False)
    importing.run(importing.take_in, Intake(tmp_path / "a.db"), sending)
    assert receiving.recv() == importing.Ended(stopped=True)


def test_an_example_that_cannot_be_made_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path) -> None:
        raise LedgerError("example.db: the disk is full")

    monkeypatch.setattr("sourcier.web.example._fill", full)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with client(tmp_path / "a.db") as browser:
        before = set(tmp_path.iterdir())
        answer = browser.get("/example/", headers=AS_JSON)
        assert set(tmp_path.iterdir()) == before
    assert answer.status_code == 500
    assert answer.json()["error"] == "example.db: the disk is full"


def test_a_password_of_any_letters_lets_in() -> None:
    for password in ("mot de passe élevé ✓", "not UTF-8 \udcff"):
        assert Sessions(password).let_in(password)
        assert Sessions(password).let_in("another") is None


def test_a_ledger_that_is_gone_is_not_made_anew_behind_ones_back(tmp_path: Path) -> None:
    ledger = tmp_path / "a.db"
    with client(ledger) as browser:
        assert browser.get("/articles").status_code == 200
        for each in tmp_path.glob("a.db*"):
            each.unlink()
        page, row = browser.get("/articles"), browser.get("/", headers=AS_JSON)
    assert page.status_code == row.status_code == 500
    assert "there is no ledger here" in row.json()["error"]
    assert not ledger.exists()


@pytest.mark.parametrize("content", [b"no ledger", b"SQLite format 3\0" + b"\0" * 100])
def test_a_ledger_replaced_by_something_else_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    ledger = tmp_path / "a.db"
    with client(ledger) as browser:
        for each in tmp_path.glob("a.db*"):
            each.unlink()
        ledger.write_bytes(content)
        answer = browser.get("/stories", headers={**AS_JSON, "accept-language": "fr"})
    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert ledger.read_bytes() == content


def test_two_files_of_one_name_are_both_kept() -> None:
    filling = Filling()
    try:
        for text in (b"one", b"two", b"three"):
            filling.put("d.txt", BytesIO(text))
        filling.put("D.TXT", BytesIO(b"four"))
        kept = sorted(each.read_bytes() for each in filling.spool.files.iterdir())
    finally:
        filling.spool.delete()
    assert kept == [b"four", b"one", b"three", b"two"]


def test_of_an_archive_that_is_none_one_thing_is_said(tmp_path: Path) -> None:
    filling = Filling()
    try:
        filling.put("a.zip", BytesIO(b"no archive"))
        added = take_in(Intake(tmp_path / "a.db", filling.spool), lambda *_: None)
    finally:
        filling.spool.delete()
    assert [each.message for each in added.problems] == ["the archive is damaged, or no ZIP"]


def test_fields_that_no_article_has_are_too_long(tmp_path: Path) -> None:
    ledger = tmp_path / "a.db"
    with client(ledger) as browser:
        valid = token(browser)
        outlet = browser.post("/outlets/register", data={"token": valid, "name": "n" * 2_001})
        assert outlet.status_code == 400
        assert "more than 2,000 characters" in outlet.text
    with Desk(ledger) as desk:
        assert desk.outlets() == []


@pytest.mark.parametrize(
    "words", ['"', "NEAR(", "*", "a AND", "text:", "^a", "{a}", "a\0b", "\ud800", "-", '""""', "a " * 5000, "\u202e"]
)
def test_no_words_looked_for_are_a_program(tmp_path: Path, words: str) -> None:
    asked = {"q": words.encode("utf-8", "surrogatepass")}
    with client(tmp_path / "a.db") as browser:
        for page in ("/articles", "/typed", "/stories"):
            assert browser.get(page, params=asked).status_code == 200, page


@pytest.mark.parametrize("text", ["a " * 100_000, "\u202e" + "שלום עולם " * 30, "😀" * 400, "a"])
def test_strange_texts_are_looked_for_like_any_other(tmp_path: Path, text: str) -> None:
    with Desk(tmp_path / "a.db") as desk:
        assert desk.seek(pasted(text, ReadOptions())).passages == ()
