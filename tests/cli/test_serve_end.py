"""A server that is told to end does so at once, whoever listens, and leaves nothing behind."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

_LONG = 60.0  # seconds after which a test gives up waiting
_MANY = 3_000  # articles, so that the import is under way for a while


def _upload(server: http.client.HTTPConnection, address: str) -> tuple[str, dict[str, str]]:
    """Begin an import, and return its address and what a request of this visitor carries."""
    server.request("GET", "/imports")
    page = server.getresponse()
    token = re.search(r'name="token" value="([^"]+)"', page.read().decode())
    assert token
    visitor = {"Cookie": (page.getheader("set-cookie") or "").partition(";")[0], "Origin": address}
    rows = "\n".join(json.dumps({"id": f"a{n}", "text": f"mot{n} " * 200}) for n in range(_MANY))
    head = 'Content-Disposition: form-data; name="'
    parts = [f'{head}token"\r\n\r\n{token[1]}', f'{head}files"; filename="a.jsonl"\r\n\r\n{rows}']
    body = "".join(f"--part\r\n{each}\r\n" for each in parts) + "--part--\r\n"
    server.request("POST", "/imports/files", body, visitor | {"Content-Type": "multipart/form-data; boundary=part"})
    answer = server.getresponse()
    answer.read()
    return answer.getheader("location") or "", visitor


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals on this system")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)])
def test_a_server_ends_while_an_import_runs_and_its_news_are_listened_to(
    tmp_path: Path, number: signal.Signals, status: int
) -> None:
    spools = tmp_path / "spools"
    spools.mkdir()
    child = subprocess.Popen(
        [sys.executable, "-m", "sourcier", "serve", "--ledger", "a.db", "--port", "0", "--no-browser", "--lang", "en"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"TMPDIR": str(spools)},
    )  # fmt: skip
    try:
        assert child.stdout is not None
        address = child.stdout.readline().strip().rstrip("/")
        server, news = (http.client.HTTPConnection(address.removeprefix("http://"), timeout=_LONG) for _ in range(2))
        where, visitor = _upload(server, address)
        server.request("GET", "/example/")
        assert server.getresponse().read()
        news.request("GET", f"{where}/events", headers=visitor)
        told = news.getresponse()
        assert told.readline().startswith(b"data: ")
        child.send_signal(number)
        told.read()  # to its proper end: http.client.IncompleteRead where the server had to cut it off
        _, errors = child.communicate(timeout=_LONG)
    finally:
        child.kill()
    assert child.returncode == status
    assert "Traceback" not in errors
    assert list(spools.iterdir()) == []
