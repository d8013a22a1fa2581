"""Requests turned into visits, and the pages' answers into responses."""

import logging
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from sourcier.core.errors import (
    Gone,
    InputError,
    LedgerBusy,
    SourcierError,
    UnknownArticle,
    UnknownEntity,
    UnknownFamily,
)
from sourcier.lang.interface import Phrases, phrases
from sourcier.lang.messages import in_language
from sourcier.web import answers
from sourcier.web.contexts.login import Login
from sourcier.web.contexts.problem import ProblemPage
from sourcier.web.guard import TooMuch, slowly
from sourcier.web.json_asked import JSON, wants_json
from sourcier.web.languages import preferred
from sourcier.web.routes import Route
from sourcier.web.sessions import Sessions
from sourcier.web.site import Site
from sourcier.web.visit import Answer, Moved, Shown, Upload, Visit

_FILES, _FIELDS = 10_000, 1_000
_FIELD = 10_000_000  # bytes of a pasted text
_GUESSES = 3  # wrong passwords that one computer may be waiting for
Handler = Callable[[Visit], Answer]
_log = logging.getLogger(__name__)


class Serving:
    """How one server answers: who may read and write, and in which language."""

    def __init__(self, sessions: Sessions, language: str) -> None:
        self.sessions, self.language = sessions, language
        self._guessing: Counter[str] = Counter()

    async def answer(self, request: Request, route: Route, site_of: Callable[[], Site]) -> Response:
        """Answer one request by the page of its route; `site_of` may take long, and is called for who may read."""
        cookie = self._cookie(request)
        if not self.sessions.is_in(cookie):
            return self._unknown(request)
        site = await run_in_threadpool(site_of)
        fresh = not self.sessions.valid(cookie)
        cookie = self.sessions.new() if fresh else cookie
        visit = self._visit(request, site, cookie)
        handler = await run_in_threadpool(_handler, route)
        if not route.writes:
            result = await run_in_threadpool(_ask, handler, visit, _as_json(request))
        else:
            async with request.form(max_files=_FILES, max_fields=_FIELDS, max_part_size=_FIELD) as form:
                result = await self._write(request, handler, visit, cookie, form)
        if fresh:
            self._keep(result, request, cookie)
        return result

    async def login(self, request: Request, site: Site) -> Response:
        """Ask for the password, and let in who knows it."""
        as_json = _as_json(request)
        if self.sessions.password is None:
            return answers.moved(Moved("/"), as_json=as_json)
        visit, wrong = self._visit(request, site, ""), False
        who = request.client.host if request.client else ""
        if request.method == "POST":
            if self._guessing[who] >= _GUESSES:
                why = visit.say("pages.frame.login_wait")
                return await run_in_threadpool(answers.problem, why, None, 429, visit, as_json=as_json)
            cookie = await self._let_in(request, who)
            if cookie:
                result = answers.moved(Moved("/"), as_json=as_json)
                self._keep(result, request, cookie)
                return result
            wrong = True
        if wrong and as_json:
            why = visit.say("pages.frame.login_wrong")
            return await run_in_threadpool(answers.problem, why, None, 403, visit, as_json=True)
        context = Login(wrong)
        shown = Shown("login.html", context, context.row, status=403 if wrong else 200)
        return await run_in_threadpool(answers.response, shown, visit, as_json=as_json)

    async def refused(self, request: Request, error: Exception, site: Site) -> Response:
        """Answer what no page could: an unknown address, too long a body."""
        status = _refusal(error)
        visit = self._visit(request, site, "")
        key = {404: "missing", 405: "missing", 413: "too_much", 400: "unreadable"}.get(status, "trouble")
        message, as_json = visit.say(f"pages.frame.{key}"), _as_json(request)
        if isinstance(error, SourcierError):
            message = in_language(error.message, visit.phrases)
        elif status == 500:
            _log.error("%s: %s: %s", visit.here, type(error).__name__, error)
        return await run_in_threadpool(answers.problem, message, None, status, visit, as_json=as_json)

    def _unknown(self, request: Request) -> Response:
        """Answer who has not given the password."""
        if not _as_json(request):
            return RedirectResponse("/login", 303)
        words = self._phrases(request)
        row = ProblemPage(words.say("pages.frame.login"), words.say("pages.frame.login_where")).row()
        return Response(row, 401, media_type=JSON)

    async def _write(self, request: Request, handler: Handler, visit: Visit, cookie: str, form: FormData) -> Response:
        token = request.headers.get("x-sourcier-token") or str(form.get("token", ""))
        if not self.sessions.may_write(cookie, token):
            why = visit.say("pages.frame.stale_form")
            return await run_in_threadpool(answers.problem, why, None, 403, visit, as_json=_as_json(request))
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        sent = [each for _, each in form.multi_items() if isinstance(each, UploadFile) and each.filename]
        uploads = [Upload(each.filename or "", each.file) for each in sent]
        return await run_in_threadpool(_ask, handler, replace(visit, form=fields, files=uploads), _as_json(request))

    def _visit(self, request: Request, site: Site, cookie: str) -> Visit:
        query = f"?{request.url.query}" if request.url.query else ""
        here = (request.url.path.removeprefix(site.root) or "/") + query if request.method == "GET" else "/"
        author = unquote(request.cookies.get(answers.AUTHOR, "")) or None
        token = self.sessions.token(cookie)
        given = dict(request.query_params)
        path = {name: str(value) for name, value in request.path_params.items()}
        return Visit(site, self._phrases(request), path, given, here=here, token=token, author=author)

    def _phrases(self, request: Request) -> Phrases:
        chosen = request.query_params.get("lang") or request.cookies.get(answers.LANGUAGE, "")
        return phrases(preferred(request.headers.get("accept-language", ""), self.language, [chosen]))

    async def _let_in(self, request: Request, who: str) -> str | None:
        """Return the cookie of who knows the password; who does not waits, and counts as guessing meanwhile."""
        self._guessing[who] += 1
        try:
            async with request.form(max_files=0, max_fields=5) as form:
                cookie = self.sessions.let_in(str(form.get("password", "")))
            if not cookie:
                await slowly()
            return cookie
        finally:
            self._guessing -= Counter([who])  # what comes to nothing goes

    def _keep(self, response: Response, request: Request, cookie: str) -> None:
        response.set_cookie(_cookie_name(request), cookie, httponly=True, samesite="strict", path="/")

    def _cookie(self, request: Request) -> str:
        return request.cookies.get(_cookie_name(request), "")


def _ask(handler: Handler, visit: Visit, as_json: bool) -> Response:
    try:
        return answers.response(handler(visit), visit, as_json=as_json)
    except SourcierError as error:
        hint = in_language(error.hint, visit.phrases) if error.hint else None
        message = in_language(error.message, visit.phrases)
        return answers.problem(message, hint, _status(error), visit, as_json=as_json)
    except Exception as error:  # noqa: BLE001 - the last guard: a page is answered, whatever breaks in it
        _log.error("%s: %s: %s", visit.here, type(error).__name__, error, exc_info="SOURCIER_DEBUG" in os.environ)
        return answers.problem(visit.say("pages.frame.trouble"), None, 500, visit, as_json=as_json)


def _refusal(error: Exception) -> int:
    if isinstance(error, HTTPException):
        return 413 if error.status_code == 400 and "aximum" in error.detail else error.status_code  # of form parsers
    return 413 if isinstance(error, TooMuch) else 400 if isinstance(error, ClientDisconnect) else 500


def _status(error: SourcierError) -> int:
    if isinstance(error, UnknownArticle | UnknownEntity | UnknownFamily | Gone):
        return 404
    if isinstance(error, LedgerBusy):
        return 503
    return 400 if isinstance(error, InputError) else 500


def _handler(route: Route) -> Handler:
    module, _, function = route.handler.partition(":")
    handler: Handler = getattr(import_module(f"sourcier.web.pages.{module}"), function)
    return handler


def _as_json(request: Request) -> bool:
    return wants_json(request.headers.get("accept", ""))


def _cookie_name(request: Request) -> str:
    return f"sourcier_{request.url.port or 80}"  # cookies know hosts, not ports: two servers need two names
