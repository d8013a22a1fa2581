"""What no page may do: ask another host for anything, break its policy, fail in a script, leave an error behind."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError


@dataclass
class Watch:
    """Listens to every page of the contexts given to it, and keeps what is to be complained of."""

    hosts: set[str] = field(default_factory=set)
    met: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext, address: str) -> None:
        """Listen to a context, whose pages may ask this address and no other."""
        self.hosts.add(urlsplit(address).netloc)
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", self._error)

    def expect(self, *texts: str) -> None:
        """Let pass complaints that hold one of these texts: a page that is asked for in order to be missing."""
        self.expected += texts

    def complaints(self) -> list[str]:
        """Return what was not expected."""
        return [each for each in self.met if not any(text in each for text in self.expected)]

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"http", "https"} or parts.netloc not in self.hosts:
            self.met.append(f"asked {request.url[:200]}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning", "assert"}:
            self.met.append(f"console {message.type}: {message.text[:500]} ({message.location.get('url')})")

    def _error(self, error: WebError) -> None:
        self.met.append(f"script: {error.error}")
