"""Every screen of the page, by name, with its address over the invented dossier."""

from urllib.parse import quote

from playwright.sync_api import APIRequestContext

NAMES = (
    "dossier", "articles", "search", "article", "beside", "stories", "story", "find", "imports", "outlets", "outlet",
    "weeks", "changes", "method", "keys", "missing",
)  # fmt: skip
MISSING = "missing"


def address(name: str, asking: APIRequestContext, root: str = "") -> str:
    """Return the address of a screen; articles and stories are looked up in the JSON of the lists."""
    plain = {
        "dossier": "/",
        "search": "/articles?q=barrage",
        "outlet": "/outlets/edit?name=Gazette",
        "weeks": "/outlets/weeks",
        MISSING: "/no-such-page",
    }
    if name not in {"article", "beside", "story"}:
        return root + plain.get(name, f"/{name}")
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
