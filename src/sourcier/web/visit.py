"""What a page gets and what it returns: values, so that pages are tried without a server."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO
from urllib.parse import quote, urlencode

from sourcier.core.errors import InputError
from sourcier.lang.interface import Phrases
from sourcier.web.routes import ROUTES
from sourcier.web.site import Site

_LONGEST = 2_000  # characters of an address to go back to


@dataclass(frozen=True)
class Upload:
    """A file as the browser sent it: its name may be a path with « / »."""

    name: str
    file: BinaryIO


@dataclass(frozen=True)
class Visit:
    """One request: where, in which language, with what; `token` is what a form that writes must send back.

    `here` is the address without the site's root, `author` the name that the visitor gave for corrections.
    """

    site: Site
    phrases: Phrases
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    files: Sequence[Upload] = ()
    here: str = "/"
    token: str = ""
    author: str | None = None

    def say(self, key: str, /, **values: object) -> str:
        """Return a phrase in the visitor's language."""
        return self.phrases.say(key, **values)

    def link(self, page: str, query: Mapping[str, object] | None = None, **path: str) -> str:
        """Return the address of a page by its name in the table of routes; empty values of the query are left out."""
        address = ROUTES[page].path.format(**{name: quote(value, safe="") for name, value in path.items()})
        given = {name: str(value) for name, value in (query or {}).items() if value not in (None, "")}
        return f"{self.site.root}{address}" + (f"?{urlencode(given)}" if given else "")

    def number(self, name: str, default: int, most: int) -> int:
        """Return a whole number of the query between 0 and `most`; InputError for what is none."""
        given = self.query.get(name, "")
        if not given:
            return default
        if not given.isascii() or not given.isdigit() or len(given) > 9:
            raise InputError(f"{name}: not a whole number: {given[:40]!r}")
        return min(int(given), most)


def inside(address: str) -> bool:
    """Tell whether an address given in a request is of this site, whatever a browser makes of it."""
    fit = len(address) <= _LONGEST and address.isprintable() and "\\" not in address
    return fit and address.startswith("/") and not address.startswith("//")


@dataclass(frozen=True)
class Shown:
    """A page: `template` drawn over `context`, or what `row` makes, for those who ask for JSON and for no one else."""

    template: str
    context: object
    row: Callable[[], bytes] = bytes
    status: int = 200


@dataclass(frozen=True)
class Moved:
    """Go and read another address; `author` is remembered by the browser, `language` too."""

    to: str
    author: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class File:
    """Bytes to be saved under a name."""

    content: bytes
    media_type: str
    name: str


@dataclass(frozen=True)
class Events:
    """Server-sent events, each the JSON of its data, until the iterator ends."""

    updates: AsyncIterator[Mapping[str, Any]]


Answer = Shown | Moved | File | Events
