"""The server on this machine: an address of its own, and uvicorn behind it."""

import logging
import socket
from collections.abc import Callable
from dataclasses import replace

import uvicorn

from sourcier.core.errors import InputError
from sourcier.web.app import create
from sourcier.web.settings import Settings

HOME, ANYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 - only with a password, which Settings demands
USUAL = 8765
_TRIES = 20  # ports after the usual one, where that is taken


def serve(settings: Settings, port: int | None, ready: Callable[[str], None]) -> None:
    """Answer until interrupted; `ready` is called with the address. Raises InputError for a port that is taken.

    Without `port` it is the usual one or one of the next that is free; 0 is any.
    """
    host = HOME if settings.hosts is not None else ANYWHERE
    bound = _bound(host, port)
    number = bound.getsockname()[1]
    if settings.hosts is not None:
        names = frozenset(f"{name}:{number}" for name in (HOME, "localhost", "[::1]"))
        settings = replace(settings, hosts=settings.hosts | names)
    app = create(settings)
    # One parser everywhere. What it logs below that level are requests broken off and tracebacks of no use to a reader:
    # what fails in a page is logged by the page.
    logging.getLogger("python_multipart").setLevel(logging.CRITICAL)
    config = uvicorn.Config(
        app, http="h11", log_level="critical", access_log=False, server_header=False, lifespan="on",
        timeout_graceful_shutdown=1, h11_max_incomplete_event_size=65_536, proxy_headers=False,
    )  # fmt: skip
    name = HOME if settings.hosts is not None else socket.gethostname()  # what others may call this computer
    _Announcing(config, lambda: ready(f"http://{name}:{number}/"), app.state.stop).run(sockets=[bound])


class _Announcing(uvicorn.Server):
    """A server that says when it answers, and that ends imports before it waits for requests to end."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], stop: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready, self._stop = ready, stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, then say so."""
        await super().startup(sockets=sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop imports, whose news would else keep their connections open, then end."""
        self._stop()
        await super().shutdown(sockets=sockets)


def _bound(host: str, port: int | None) -> socket.socket:
    tries = [port] if port is not None else [*range(USUAL, USUAL + _TRIES)]
    for each in tries:
        bound = socket.socket()
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, each))
        except OverflowError:
            bound.close()
            raise InputError(f"no port has the number {each}", "ports go from 0 to 65535") from None
        except OSError:
            bound.close()
            continue
        bound.set_inheritable(True)
        return bound
    raise InputError(f"port {tries[0]} is taken or not allowed", "give another one with --port")
