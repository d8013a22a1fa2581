"""The application as a browser talks to it, without one."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from sourcier.web.app import create
from sourcier.web.settings import Settings

ADDRESS = "http://127.0.0.1:8765"


@contextmanager
def client(ledger: Path, *, password: str | None = None, hosts: frozenset[str] | None = None) -> Iterator[TestClient]:
    """Give a client of a server over `ledger`; it does not follow redirects."""
    known = None if password else hosts or frozenset({"127.0.0.1:8765"})
    settings = Settings(ledger, "en", known, password)
    with TestClient(create(settings), ADDRESS, follow_redirects=False, raise_server_exceptions=False) as opened:
        yield opened


def token(browser: TestClient, page: str = "/find") -> str:
    """Return what the forms of a page send back."""
    found = re.search(r'name="token" value="([^"]+)"', browser.get(page).text)
    assert found, page
    return found[1]
