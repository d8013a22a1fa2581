"""A page's answer as a response: HTML for people, JSON for those who ask for it."""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any
from urllib.parse import quote

from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from sourcier.export.line import line
from sourcier.web.contexts.problem import ProblemPage
from sourcier.web.json_asked import JSON
from sourcier.web.render import draw
from sourcier.web.visit import Answer, Events, File, Moved, Shown, Visit

AUTHOR, LANGUAGE = "sourcier_author", "sourcier_language"
_YEAR = 365 * 24 * 3600
_IN_ADDRESSES = ":/%#?=@[]!$&'()*+,;~"


def response(answer: Answer, visit: Visit, *, as_json: bool) -> Response:
    """Return the response."""
    match answer:
        case Shown() if as_json:
            return Response(answer.row(), answer.status, media_type=JSON, headers={"vary": "Accept"})
        case Shown():
            return HTMLResponse(draw(answer, visit), answer.status, headers={"vary": "Accept, Cookie, Accept-Language"})
        case Moved():
            return moved(answer, as_json=as_json)
        case File():
            name = f"attachment; filename=\"dossier.html\"; filename*=UTF-8''{quote(answer.name)}"
            return Response(answer.content, media_type=answer.media_type, headers={"content-disposition": name})
        case Events():
            return StreamingResponse(_stream(answer.updates), media_type="text/event-stream")


def problem(message: str, hint: str | None, status: int, visit: Visit, *, as_json: bool) -> Response:
    """Return one clear line on what went wrong."""
    context = ProblemPage(message, hint)
    shown = Shown("problem.html", context, context.row, status)
    return response(shown, visit, as_json=as_json)


def moved(answer: Moved, *, as_json: bool) -> Response:
    """Return what leads to another address."""
    if as_json:
        to = quote(answer.to, safe=_IN_ADDRESSES)  # nothing in it may end the header
        result: Response = Response(line({"location": to}), media_type=JSON, headers={"location": to})
    else:
        result = RedirectResponse(answer.to, 303)
    kept = {AUTHOR: answer.author and quote(answer.author), LANGUAGE: answer.language}
    for name, value in kept.items():
        if value:
            result.set_cookie(name, value, max_age=_YEAR, httponly=True, samesite="strict", path="/")
    return result


async def _stream(updates: AsyncIterator[Mapping[str, Any]]) -> AsyncIterator[str]:
    async for each in updates:
        yield f"data: {json.dumps(each, ensure_ascii=False)}\n\n"
