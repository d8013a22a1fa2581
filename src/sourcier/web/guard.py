"""What keeps other sites, other people and hostile articles out of the pages.

A page of another site must neither read nor write here, also when its name is made to point to this machine (DNS
rebinding): the Host is checked on every request, the Origin and a token on every one that writes. What an article
holds is escaped, and the Content-Security-Policy lets nothing run or load that is not ours.
"""

import asyncio
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sourcier.lang.interface import phrases
from sourcier.web.contexts.problem import ProblemPage
from sourcier.web.json_asked import JSON, wants_json
from sourcier.web.languages import preferred

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with no-referrer, forms would say that their Origin is null
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}
MOST = 200_000_000
"""Bytes of one request: of an upload; forms are far smaller."""
_HOST = re.compile(r"(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?")
_WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class Guard:
    """Refuses requests under another name or from another site, and bounds their size and number of bytes."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str] | None, most: int = MOST, language: str = "en") -> None:
        self.app, self.hosts, self.most, self.language = app, hosts, most, language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may pass."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope["method"], headers)
        if refusal:
            await self._refused(headers, *refusal)(scope, receive, send)
            return
        await self.app(scope, _bounded(receive, self.most), _with_headers(send))

    def _refused(self, headers: Headers, status: int, key: str) -> Response:
        language = preferred(headers.get("accept-language", ""), self.language)
        message = phrases(language).say(f"pages.frame.{key}")
        if wants_json(headers.get("accept", "")):
            return Response(ProblemPage(message, None).row(), status, dict(HEADERS), media_type=JSON)
        return PlainTextResponse(f"{message}\n", status, dict(HEADERS))

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str] | None:
        host = headers.get("host", "").lower()
        known = _HOST.fullmatch(host) if self.hosts is None else host in self.hosts
        if not known:
            return 421, "other_name"
        if method not in _WRITES:
            return None
        origin = headers.get("origin")
        if origin is not None and _place(origin) != host:
            return 403, "other_site"
        if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return 403, "other_site"
        length = headers.get("content-length", "0")
        if not re.fullmatch("[0-9]{1,18}", length) or int(length) > self.most:
            return 413, "too_much"
        return None


def _place(origin: str) -> str | None:
    """Return the name and port of an origin, None where it has none that can be read."""
    try:
        return urlsplit(origin).netloc.lower() or None
    except ValueError:
        return None


class TooMuch(Exception):
    """A request's body is longer than it may be."""


def _bounded(receive: Receive, most: int) -> Receive:
    met = 0

    async def counting() -> Message:
        nonlocal met
        message = await receive()
        met += len(message.get("body", b""))
        if met > most:
            raise TooMuch
        return message

    return counting


def _with_headers(send: Send) -> Send:
    async def adding(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return adding


async def slowly() -> None:
    """Wait after a wrong password, so that guessing takes long."""
    await asyncio.sleep(1.0)
