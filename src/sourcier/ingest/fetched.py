"""One web page, fetched only when a person asks for it."""

import io
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, replace
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, cast

import httpcore
import httpx

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest import html_page, plain_text
from sourcier.ingest.fetched_body import ENCODINGS, bounded
from sourcier.ingest.guarded_network import CHECK, SAVE, Deadline, Network
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.source import Source
from sourcier.ingest.trouble import Trouble
from sourcier.ingest.web_transport import Transport
from sourcier.version import __version__

_STAGE = "fetch"
_READERS = {"text/html": html_page.read, "application/xhtml+xml": html_page.read, "text/plain": plain_text.read}
_HEADERS = {
    "User-Agent": f"Sourcier/{__version__}",
    "Accept": ", ".join(_READERS),
    "Accept-Encoding": ENCODINGS,
}


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How far a fetch goes: seconds in all, bytes when unpacked, redirects; `private` allows one's own network."""

    seconds: float = 20.0
    bytes: int = 5_000_000
    redirects: int = 5
    private: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """What came: the final address, the kind of text, its encoding as the server says it, and the bytes."""

    url: str
    kind: str
    charset: str | None
    data: bytes


def fetch(url: str, limits: FetchLimits | None = None) -> Article | Problem:
    """Fetch a page and read its article, with the final address as its own; whatever fails is a Problem.

    No cookie is kept and no proxy of the environment is used: behind a proxy, it and not we would find out where a
    name leads, and private addresses could not be refused. Who needs one saves the page with the browser.
    """
    try:
        return _article(_page(_address(url), limits or FetchLimits()))
    except Exception as error:  # noqa: BLE001 -- whatever breaks in one page is bad news of it alone
        trouble = error if isinstance(error, Trouble) else _trouble(error)
        return Problem(_STAGE, url, trouble.message, trouble.hint)


def _address(given: str) -> httpx.URL:
    """Return an address as people write it, with or without « https:// »; raises Trouble for one of no page."""
    given = given.strip()
    try:
        url = httpx.URL(given if "://" in given else f"https://{given}")
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise _no_address() from None
    return _checked(url)


def _checked(url: httpx.URL) -> httpx.URL:
    if url.scheme not in {"http", "https"} or not url.host:
        raise _no_address()
    if url.userinfo:
        raise Trouble("addresses that hold a name or a password are not fetched", SAVE)
    return url.copy_with(fragment=None)


def _page(url: httpx.URL, limits: FetchLimits) -> _Page:
    deadline = Deadline(limits.seconds)
    transport = Transport(Network(deadline, private=limits.private))
    no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=()))
    try:
        with httpx.Client(transport=transport, trust_env=False, cookies=no_cookies, headers=_HEADERS) as client:
            for _ in range(limits.redirects + 1):
                with client.stream("GET", url) as answer:
                    if not answer.has_redirect_location:
                        return _taken(answer, limits)
                    url = _next(answer)
    except httpcore.TimeoutException:
        raise deadline.over() from None
    raise Trouble(f"the server sends from one address to another more than {limits.redirects} times", SAVE)


def _next(answer: httpx.Response) -> httpx.URL:
    try:
        url = answer.url.join(answer.headers["location"])
    except (httpx.InvalidURL, UnicodeError, ValueError):
        raise _sent_nowhere() from None
    return _checked(url)


def _taken(answer: httpx.Response, limits: FetchLimits) -> _Page:
    if not answer.is_success:
        raise Trouble(f"the server answered with status {answer.status_code}", SAVE)
    kind = answer.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if kind not in _READERS:
        raise Trouble(f"there is no page at this address but {kind[:80] or 'nothing'}", SAVE)
    data = bounded(answer.iter_raw(), answer.headers.get("content-encoding", ""), limits.bytes)
    return _Page(str(answer.url), kind, answer.charset_encoding, data)


def _article(page: _Page) -> Article:
    data = _in_utf_8(page)
    options = ReadOptions(max_bytes=2 * len(data) + 1, keep_raw=True, url=page.url)
    stream: io.BufferedReader = io.BufferedReader(cast("Any", io.BytesIO(data)))
    for item in _READERS[page.kind](stream, Source(page.url, page.url), options):
        if isinstance(item, Article):
            return replace(item, raw=page.data)
    raise Trouble("no text of an article was found in this page", "save the article's text as .txt")


def _in_utf_8(page: _Page) -> bytes:
    """Return the bytes in UTF-8 where the server names an encoding that the page itself may not."""
    try:
        page.data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return page.data
    try:
        return page.data.decode(page.charset or "").encode() if page.charset else page.data
    except (LookupError, UnicodeError, ValueError):
        return page.data  # not so encoded: the reader finds out


def _no_address() -> Trouble:
    return Trouble("this is no address of a web page", "it begins with https:// or http://")


def _sent_nowhere() -> Trouble:
    return Trouble("the server sends to an address that is none", SAVE)


def _trouble(error: Exception) -> Trouble:
    """Return what a library's error means to a person."""
    if isinstance(error, httpx.RemoteProtocolError):  # httpx itself says so of one thing only: where it is sent to
        return _sent_nowhere()
    if isinstance(error, httpcore.ConnectError):
        if any(isinstance(each, ssl.SSLError) for each in _chain(error)):
            return Trouble("the server cannot prove that it is the one of this name", SAVE)
        return Trouble("the server cannot be reached", CHECK)
    if isinstance(error, httpcore.NetworkError | httpcore.ProtocolError):
        return Trouble("the page broke off before its end", "try again")
    return Trouble(f"this page cannot be fetched: {type(error).__name__}", SAVE)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
