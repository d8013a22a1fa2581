"""Every screen of the page, by name: over which server it stands, and its address there."""

from urllib.parse import quote

from playwright.sync_api import APIRequestContext

_PLAIN = {
    "dossier": "/",
    "articles": "/articles",
    "search": "/articles?q=barrage",
    "stories": "/stories",
    "find": "/find",
    "find-two": "/find?two=1",
    "imports": "/imports",
    "entities": "/entities",
    "outlets": "/outlets",
    "outlet": "/outlets/edit?name=Gazette",
    "weeks": "/outlets/weeks",
    "changes": "/changes",
    "method": "/method",
    "keys": "/keys",
    "missing": "/none-such",
    "refused": "/articles/none?layer=none-such",
}
_EMPTY = {"welcome": "/", "articles-none": "/articles", "stories-none": "/stories", "imports-none": "/imports"}
_USED = {
    "imports-made": "/imports",
    "outlets-registered": "/outlets",
    "outlet-registered": "/outlets/edit?name=La%20Gazette%20d%E2%80%99Azelmat",
    "weeks-reference": "/outlets/weeks?reference=yes",
    "changes-made": "/changes",
}
_PLACES = (  # see in_use.py
    "article-nameless", "article-corrected", "beside-denied", "story-denied", "found", "found-beside", "found-nowhere",
    "found-short", "found-two", "import-done", "import-failed",
)  # fmt: skip
_LOOKED_UP = ("article", "beside", "story")
NAMES = (*_PLAIN, *_LOOKED_UP, *_EMPTY, "example", *_USED, *_PLACES, "login")
STATUS = {"missing": 404, "refused": 400}
"""Of screens that are answers to what cannot be."""
SERVERS = {
    **dict.fromkeys((*_EMPTY, "example"), "bare_server"),
    **dict.fromkeys((*_USED, *_PLACES), "used_server"),
    "login": "locked_server",
}
"""The fixture of a screen's server, where that is not `server`."""


def address(name: str, asking: APIRequestContext, root: str = "") -> str:
    """Return the address of a screen; articles and stories are looked up in the JSON of the lists."""
    if name == "example":
        return address("story", asking, "/example")
    known = _PLAIN | _EMPTY | _USED | {"login": "/login"}
    if name not in _LOOKED_UP:
        return root + known[name]
    story = _items(asking, f"{root}/stories?order=size")[0]["family"]
    if name == "story":
        return f"{root}/stories/{quote(story, safe='')}"
    edge = _row(asking, f"{root}/stories/{quote(story, safe='')}")["edges"][0]
    article = f"{root}/articles/{quote(edge['derived'], safe='')}"
    return article if name == "article" else f"{article}/beside/{quote(edge['source'], safe='')}"


def _items(asking: APIRequestContext, where: str) -> list[dict[str, str]]:
    items: list[dict[str, str]] = _row(asking, where)["items"]
    return items


def _row(asking: APIRequestContext, where: str) -> dict[str, list[dict[str, str]]]:
    answer = asking.get(where, headers={"accept": "application/json"})
    assert answer.ok, f"{where}: {answer.status}"
    row: dict[str, list[dict[str, str]]] = answer.json()
    return row
