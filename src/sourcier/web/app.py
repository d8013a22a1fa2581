"""The application: the pages of one ledger, the same pages over an invented example, and what stands around them."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from sourcier.core.errors import SourcierError
from sourcier.web import routes
from sourcier.web.example import ROOT, Example
from sourcier.web.guard import Guard, TooMuch
from sourcier.web.imports import Imports
from sourcier.web.pasted import Pasted
from sourcier.web.serving import Serving
from sourcier.web.sessions import Sessions
from sourcier.web.settings import Settings
from sourcier.web.site import Site
from sourcier.workflow.desk import Desk

_HANDLED = (HTTPException, TooMuch, ClientDisconnect, SourcierError, OSError, ValueError, Exception)
"""Those named before Exception are answered inside the guard, and without a traceback at the terminal."""


def create(settings: Settings) -> Starlette:
    """Return the application; the ledger is made here where it is missing, and by no request.

    Its `state.stop` ends what would keep a server waiting that is to end: imports, and the news of them.
    """
    Desk(settings.ledger).close()
    site = Site(settings.ledger, "", Imports(settings.ledger), Pasted(), private=settings.private)
    example = Example()
    serving = Serving(Sessions(settings.password), settings.language)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            site.imports.close()
            example.close()

    async def login(request: Request) -> Response:
        return await serving.login(request, site)

    async def refused(request: Request, error: Exception) -> Response:
        return await serving.refused(request, error, site)

    async def to_example(_request: Request) -> Response:
        return RedirectResponse(f"{ROOT}/", 307)

    def stop() -> None:
        site.imports.stop()
        example.stop()

    app = Starlette(
        routes=[
            Mount("/static", StaticFiles(directory=str(files("sourcier.web") / "static"))),
            Route("/login", login, methods=["GET", "POST"]),
            Route(ROOT, to_example),
            *(_route(serving, each, ROOT, example.site) for each in routes.ROUTES.values()),
            *(_route(serving, each, "", lambda: site) for each in routes.ROUTES.values()),
        ],
        middleware=[Middleware(Guard, hosts=settings.hosts, language=settings.language)],
        exception_handlers=dict.fromkeys(_HANDLED, refused),
        lifespan=lifespan,
    )
    app.state.stop = stop
    return app


def _route(serving: Serving, known: routes.Route, root: str, site: Callable[[], Site]) -> Route:
    async def answer(request: Request) -> Response:
        return await serving.answer(request, known, site)

    return Route(f"{root}{known.path}", answer, methods=["POST"] if known.writes else ["GET"])
