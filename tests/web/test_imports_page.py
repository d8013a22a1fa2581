"""Articles in by the pages: upload, progress, problems, stop, go on, an address, lineage anew."""

import html
import io
import json
import lzma
import re
import tarfile
import threading
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sourcier.ingest.formats import FORMATS, PACKINGS, SHORT
from sourcier.lang.interface import phrases
from sourcier.lang.load import CODES
from sourcier.web.app import create
from sourcier.web.imports import Imports
from sourcier.web.settings import Settings
from tests import factory
from tests.web import works
from tests.web.filled import pair
from tests.web.reading import read
from tests.web.visiting import ADDRESS, client, token

_LONG = 60.0  # seconds after which a test gives up waiting
_AS_JSON = {"accept": "application/json"}
_PAGE = f"""<html lang="fr"><head><title>Le port rouvre</title></head><body><article><h1>Le port rouvre</h1>
<p>{factory.DISPATCH.split(chr(10), 2)[2].replace(chr(10), " ")}</p>
<p>Les marchands du marché couvert de Sainte-Aurore disent leur soulagement après des semaines d'attente.</p>
</article></body></html>"""


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[TestClient]:
    with client(tmp_path / "a.db") as opened:
        yield opened


def _send(browser: TestClient, *files: tuple[str, str | bytes]) -> str:
    """Upload files as the page does, and return the address of the import."""
    sent = [("files", (name, content, "application/octet-stream")) for name, content in files]
    answer = browser.post("/imports/files", data={"token": token(browser)}, files=sent, headers=_AS_JSON)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["location"])


def _until(browser: TestClient, where: str, *states: str) -> dict[str, Any]:
    """Wait until an import is in one of the states, over if none is named."""
    end = time.monotonic() + _LONG
    while time.monotonic() < end:
        row: dict[str, Any] = browser.get(where, headers=_AS_JSON).json()
        if row["state"] in (states or ("done", "cancelled", "failed")):
            return row
        time.sleep(0.05)
    raise AssertionError(row)


def _paths(browser: TestClient) -> set[str]:
    return {each["path"] for each in browser.get("/articles", headers=_AS_JSON).json()["items"]}


def test_files_of_a_folder_come_in_with_what_stands_beside_them(browser: TestClient) -> None:
    where = _send(
        browser,
        ("été/a.txt", factory.DISPATCH),
        ("été/a.json", '{"outlet": "Agence inventée", "published": "2031-03-03"}'),
        ("été/sous/b.txt", factory.REPRINT),
    )
    row = _until(browser, where)
    assert (row["state"], row["new"], row["known"], row["what"], row["files"]) == ("done", 2, 0, "été", 3)
    assert _paths(browser) == {"été/a.txt", "été/sous/b.txt"}
    items = browser.get("/articles?outlet=Agence+inventée", headers=_AS_JSON).json()["items"]
    assert [each["published"] for each in items] == ["2031-03-03"]
    page = browser.get(where).text
    assert "2 articles added" in page
    assert "folder été, 3 files" in page
    links = read(page).links
    added = next(link for link in links if link.startswith("/articles?since="))
    assert len(browser.get(added, headers=_AS_JSON).json()["items"]) == 2
    assert added.replace("articles", "stories") in links


def test_an_import_of_what_is_known_leads_to_no_new_article(browser: TestClient) -> None:
    _until(browser, _send(browser, ("a.txt", factory.DISPATCH)))
    again = _send(browser, ("a.txt", factory.DISPATCH))
    assert _until(browser, again)["known"] == 1
    assert not [link for link in read(browser.get(again).text).links if "since=" in link]


def test_every_file_that_is_left_aside_is_said(browser: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("b.txt", factory.REPRINT)
        archive.writestr("plan.dwg", "x")
    where = _send(
        browser,
        ("presse/a.txt", factory.DISPATCH),
        ("presse/a.json", "{"),
        ("presse/casse.json", "{"),
        ("presse/photo.jpg", b"x"),
        *((f"presse/vues/{n}.png", b"x") for n in range(12)),
        ("presse/.DS_Store", b"x"),
        ("tout.zip", packed.getvalue()),
    )
    row = _until(browser, where)
    assert row["new"] == 2
    told = {each["where"]: each["message"] for each in row["problems"]}
    assert told.pop("presse/a.json").startswith("the sidecar cannot be used")
    assert told == {
        "presse/casse.json": "no text stands beside this file of metadata",
        "presse/photo.jpg": "this kind of file is not read",
        "presse": "12 .png files: this kind of file is not read",
        "tout.zip/plan.dwg": "this kind of file is not read",
    }
    page = browser.get(where, headers={"accept-language": "fr"}).text
    assert "12 fichiers .png\u00a0: ce genre de fichier n’est pas lu" in page
    assert "(article.json est lu avec article.txt à côté)" in page


def test_the_form_shows_how_a_text_says_its_outlet(browser: TestClient) -> None:
    page = browser.get("/imports").text
    assert "&quot;outlet&quot;: &quot;Courrier de Zarmara&quot;" in page


def test_without_scripts_the_form_leads_to_the_import(browser: TestClient) -> None:
    answer = browser.post(
        "/imports/files", data={"token": token(browser)}, files=[("files", ("a.txt", factory.DISPATCH))]
    )
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/imports/")
    assert _until(browser, answer.headers["location"])["new"] == 1


def test_an_archive_is_unpacked(browser: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("dépêches/a.txt", factory.DISPATCH)
        archive.writestr("dépêches/vide.txt", "")
    row = _until(browser, _send(browser, ("tout.zip", packed.getvalue())))
    assert (row["new"], row["problem_count"]) == (1, 1)
    assert _paths(browser) == {"tout.zip/dépêches/a.txt"}


def test_what_could_not_be_read_is_said_with_its_reason(browser: TestClient) -> None:
    where = _send(browser, ("a.txt", factory.DISPATCH), ("photo.pdf", b"%PDF-1.4"), ("<b>.txt", ""))
    row = _until(browser, where)
    assert (row["new"], row["problem_count"]) == (1, 2)
    french = {"accept-language": "fr"}
    assert "<b>photo.pdf</b>" in browser.get(where, headers=french).text
    for address in (where, "/imports"):
        assert "<b>.txt" not in browser.get(address, headers=french).text
    assert "photo.pdf" in {each["where"] for each in row["problems"]}


def test_nothing_chosen_is_said(browser: TestClient) -> None:
    answer = browser.post("/imports/files", data={"token": token(browser)}, files=[("files", ("", b""))])
    assert answer.status_code == 400
    assert "no file was chosen" in answer.text


@pytest.mark.parametrize("address", ["", "   ", "x" * 2_001])
def test_an_address_that_is_none_is_refused_at_once(browser: TestClient, address: str) -> None:
    answer = browser.post("/imports/address", data={"token": token(browser), "address": address})
    assert answer.status_code == 400
    assert browser.get("/imports", headers=_AS_JSON).json()["items"] == []


def test_the_imports_are_listed_the_newest_first(browser: TestClient) -> None:
    assert "Nothing since the server began." in browser.get("/imports").text
    _until(browser, _send(browser, ("a.txt", factory.DISPATCH)))
    _until(browser, _send(browser, ("b.txt", factory.REPRINT)))
    row = browser.get("/imports", headers=_AS_JSON).json()
    assert row["schema"] == "0.1"
    assert [each["what"] for each in row["items"]] == ["b.txt", "a.txt"]
    links = read(browser.get("/imports").text).links
    assert [f"/imports/{each['key']}" in links for each in row["items"]] == [True, True]


def test_lineage_is_found_anew(browser: TestClient, tmp_path: Path) -> None:
    pair(tmp_path / "a.db")
    answer = browser.post("/imports/refresh", data={"token": token(browser)})
    row = _until(browser, answer.headers["location"])
    assert (row["kind"], row["state"]) == ("refresh", "done")


def test_an_import_that_is_not_known_is_said(browser: TestClient) -> None:
    valid = token(browser)
    for path in ("/imports/none", "/imports/none/events"):
        assert browser.get(path).status_code == 404
    for path in ("/imports/none/cancel", "/imports/none/resume"):
        assert browser.post(path, data={"token": valid}).status_code == 404


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A server whose imports wait until the file `go` stands beside the ledger."""
    monkeypatch.setattr("sourcier.web.app.Imports", lambda path: Imports(path, work=works.held))
    with TestClient(
        create(Settings(tmp_path / "a.db", "en", frozenset({"127.0.0.1:8765"}))), ADDRESS, follow_redirects=False
    ) as opened:
        yield opened


def test_an_import_is_stopped_and_goes_on(held: TestClient, tmp_path: Path) -> None:
    first = _send(held, ("a.txt", factory.DISPATCH))
    second = _send(held, ("b.txt", factory.REPRINT))
    _until(held, first, "running")
    valid = token(held)
    page = read(held.get(second).text)
    assert f"{second}/cancel" in {form.action for form in page.forms}
    assert held.post(f"{second}/cancel", data={"token": valid}).headers["location"] == second
    assert _until(held, second)["state"] == "cancelled"
    (tmp_path / "go").touch()
    assert _until(held, first)["state"] == "done"
    page = read(held.get(second).text)
    assert f"{second}/resume" in {form.action for form in page.forms}
    assert held.post(f"{second}/resume", data={"token": valid}).status_code == 303
    assert _until(held, second)["new"] == 1


def test_the_first_page_shows_an_import_under_way(held: TestClient, tmp_path: Path) -> None:
    pair(tmp_path / "a.db")
    where = _send(held, ("a.txt", factory.DISPATCH))
    assert where in read(held.get("/").text).links
    (tmp_path / "go").touch()
    _until(held, where)
    assert where not in read(held.get("/").text).links


def test_events_tell_how_far_it_is_until_it_is_over(held: TestClient, tmp_path: Path) -> None:
    where = _send(held, ("a.txt", factory.DISPATCH), ("b.txt", factory.REPRINT))
    _until(held, where, "running")
    threading.Timer(0.5, (tmp_path / "go").touch).start()
    answer = held.get(f"{where}/events", headers={"accept-language": "fr"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    blocks = answer.text.strip().split("\n\n")
    told = [json.loads(block.removeprefix("data: ")) for block in blocks]
    assert [told[0]["state"], told[-1]["state"]] == ["running", "done"]
    assert told[-1]["words"] == "Terminé"
    assert all(each["state"] == "running" for each in told[:-1])


@pytest.fixture
def site() -> Iterator[str]:
    """A site on this machine with one article."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = _PAGE.encode()
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/port"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("private", [True, False])
def test_an_address_of_this_machine_is_fetched_only_where_that_is_allowed(
    tmp_path: Path, site: str, private: bool
) -> None:
    settings = Settings(tmp_path / "a.db", "en", frozenset({"127.0.0.1:8765"}), private=private)
    with TestClient(create(settings), ADDRESS, follow_redirects=False) as browser:
        answer = browser.post("/imports/address", data={"token": token(browser), "address": f" {site} "})
        row = _until(browser, answer.headers["location"])
        urls = [each["url"] for each in browser.get("/articles", headers=_AS_JSON).json()["items"]]
    assert (row["kind"], row["what"]) == ("address", site)
    assert (row["new"], row["problem_count"]) == ((1, 0) if private else (0, 1))
    assert urls == ([site] if private else [])


@pytest.mark.parametrize("code", CODES)
def test_the_page_lists_every_format_that_is_read(browser: TestClient, code: str) -> None:
    page = browser.get("/imports", headers={"accept-language": code}).text
    listed = re.search(r'accept="([^"]*)"', page)
    assert listed
    assert set(listed[1].split(",")) == {*FORMATS, *PACKINGS, *SHORT, ".json"}
    note = set(re.findall(r"\.[a-z0-9]+", phrases(code).say("pages.imports.files_note")))
    assert {FORMATS[ending] for ending in note & set(FORMATS)} == set(FORMATS.values())
    assert set(PACKINGS) <= note
    assert phrases(code).say("pages.imports.files_note") in html.unescape(page)


@pytest.mark.parametrize("name", ["a.tar.gz", "a.tbz2", "feed.jsonl.xz"])
def test_what_is_packed_is_read_as_it_is_from_the_command_line(browser: TestClient, tmp_path: Path, name: str) -> None:
    made = tmp_path / name
    line = json.dumps({"id": "1", "text": factory.REPRINT})
    if name.startswith("feed"):
        made.write_bytes(lzma.compress(line.encode()))
    else:
        (tmp_path / "un.txt").write_text(factory.REPRINT, "utf-8")
        with tarfile.open(made, "w:gz" if name.endswith("gz") else "w:bz2") as archive:
            archive.add(tmp_path / "un.txt", "dossier/un.txt")
    row = _until(browser, _send(browser, (name, made.read_bytes())))
    assert (row["state"], row["new"], row["problem_count"]) == ("done", 1, 0)
    assert _paths(browser) == {f"{name}#1" if name.startswith("feed") else f"{name}/dossier/un.txt"}
