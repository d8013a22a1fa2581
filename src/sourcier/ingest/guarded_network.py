"""Connections that go to the very address that was checked, and end at a deadline.

A name is resolved once, its addresses are checked, and the connection is made to one of them by number, so that a
name which resolves to something else a moment later leads nowhere. TLS still proves the name.
"""

import socket
import ssl
import time
from collections.abc import Iterable
from threading import Thread
from typing import Any

import httpcore

from sourcier.ingest.public_addresses import is_public
from sourcier.ingest.trouble import Trouble

SAVE = "save the page with the browser, and give the file"
CHECK = "check the address, and the connection to the internet"


class Deadline:
    """The moment by which all must be done."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left; raises Trouble when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.over()
        return left

    def over(self) -> Trouble:
        """Return the trouble of a server that is too slow."""
        return Trouble(f"the server took longer than {self.seconds:g} seconds", SAVE)


class Network(httpcore.NetworkBackend):
    """What httpcore connects through; `private` allows addresses of one's own machine and network."""

    def __init__(self, deadline: Deadline, *, private: bool) -> None:
        self._deadline, self._private = deadline, private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 -- one deadline for all
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to one of the checked addresses of a name."""
        addresses = self._addresses(host, port)
        refusal: Exception | None = None
        for address in addresses:
            try:
                stream = self._inner.connect_tcp(address, port, self._deadline.left(), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                refusal = error
            else:
                return _Stream(stream, self._deadline)
        raise refusal or Trouble("the server cannot be reached", CHECK)

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        """Refuse: no page is behind one."""
        raise Trouble("the server cannot be reached", CHECK)

    def _addresses(self, host: str, port: int) -> list[str]:
        found = _resolved(host, port, self._deadline)
        if not found:
            raise Trouble(f"no server of this name was found: {host}", CHECK)
        if not self._private and not all(map(is_public, found)):
            raise Trouble("this address is of a private network or of this machine: it is not fetched", SAVE)
        return found


class _Stream(httpcore.NetworkStream):
    """A connection whose every step ends at the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._inner.write(buffer, self._deadline.left())

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def close(self) -> None:
        self._inner.close()

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _resolved(host: str, port: int, deadline: Deadline) -> list[str]:
    """Return the addresses of a name; the system's own search knows no deadline, so it is left behind at ours."""
    found: list[str] = []

    def resolve() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return
        found.extend(dict.fromkeys(str(row[4][0]) for row in rows))

    search = Thread(target=resolve, daemon=True)
    search.start()
    search.join(deadline.left())
    if search.is_alive():
        raise deadline.over()
    return found
