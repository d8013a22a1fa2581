"""A visitor of the server: pages one after another, their JSON, and a form sent back."""

import re
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx

from bench.web.timing import Taken, fetched

_TOKEN = re.compile(r'name="token" value="([^"]+)"')
_PATIENCE = 60.0  # seconds for one page; one that takes longer is an error
_OVER = {"done", "failed", "cancelled"}


class NotTaken(Exception):
    """The server did not take what was to be imported."""


class Reader:
    """One browser's worth of requests, with its cookies and connection."""

    def __init__(self, address: str) -> None:
        self._client = httpx.Client(base_url=address, timeout=_PATIENCE, follow_redirects=False, trust_env=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def page(self, address: str) -> Taken:
        """Read a page as a browser would, and say what it took."""
        return fetched(self._client, address, httpx.HTTPError)[0]

    def row(self, address: str) -> dict[str, Any]:
        """Return the JSON of a page; raises httpx.HTTPError where there is none."""
        answer = self._client.get(address, headers={"accept": "application/json"})
        answer.raise_for_status()
        row: dict[str, Any] = answer.json()
        return row

    def send(self, file: Path) -> str:
        """Import a file through the page's own form, and return the address of the import."""
        token = _TOKEN.search(self._client.get("/imports").text)
        if token is None:
            raise NotTaken("the page of imports has no form with a token")
        with file.open("rb") as content:
            answer = self._client.post(
                "/imports/files",
                data={"token": token.group(1)},
                files={"files": (file.name, content)},
                headers={"accept": "application/json"},
            )
        if "location" not in answer.headers:
            raise NotTaken(f"the import was answered with status {answer.status_code}: {answer.text[:200]}")
        return answer.headers["location"]

    def over(self, imported: str) -> dict[str, Any] | None:
        """Return the JSON of an import that has ended, None while it goes on."""
        row = self.row(imported)
        return row if row["state"] in _OVER else None
