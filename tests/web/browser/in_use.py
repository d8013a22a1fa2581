"""A ledger that people work with, and what only a running server holds: pasted texts and imports."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import httpx

from bench.web.server import Server
from sourcier.core.outlet import Outlet
from sourcier.workflow.desk import Desk
from sourcier.workflow.ledger import add
from sourcier.workflow.options import ReadOptions

NAMELESS = "un-texte-sans-titre-ni-media-ni-date-dont-seul-un-tres-long-nom-de-fichier-est-connu"
ELSEWHERE = "Aucun mot de cette phrase inventée pour l’essai ne se retrouve dans un autre récit connu par ici."
_AGENCY = Outlet("Agence Sahel Presse (ASP)", ("ASP", "Sahel Presse"), kind="agency", reference=True)
_PAPER = Outlet("La Gazette d’Azelmat", domains=("gazette.example",), group="Groupe Azelmat", client=True)


class InUse(Server):
    """A server over such a ledger; `places` are the addresses, by name, of what can be met there alone."""

    def __init__(self, ledger: Path, demo: Path, dispatch: str) -> None:
        shutil.copyfile(demo, ledger)
        self.places = _fill(ledger, dispatch)
        self._dispatch = dispatch
        super().__init__(ledger)

    def __enter__(self) -> "InUse":
        super().__enter__()
        with httpx.Client(base_url=self.address, trust_env=False) as client:
            self.places |= _paste(client, self._dispatch, self.places["dispatch"])
            self.places |= _import(client, self._dispatch)
        return self


def _fill(path: Path, dispatch: str) -> dict[str, str]:
    """Correct, deny and register, and add a text of which nothing is known; return the addresses of what changed."""
    with Desk(path) as desk:
        ids = {str(card.path).rpartition("/")[2][:2]: card.id for card in desk.articles().items}
        desk.correct(ids["03"], "published", "2025-03-06T20:20+01:00", "A. Diallo")
        desk.deny(ids["03"], ids["01"], "A. Diallo")
        for outlet in (_AGENCY, _PAPER):
            desk.register(outlet)
    text = path.with_name(f"{NAMELESS}.txt")
    text.write_text("\n\n".join(dispatch.split("\n\n")[2:]), "utf-8")
    add(path, [str(text)], ReadOptions())
    with Desk(path) as desk:
        nameless = next(card.id for card in desk.articles().items if NAMELESS in str(card.path))
        story = desk.article(ids["01"]).family
    articles = {name: f"/articles/{quote(id_, safe='')}" for name, id_ in (*ids.items(), ("nameless", nameless))}
    return {
        "article-nameless": articles["nameless"],
        "article-corrected": articles["03"],
        "beside-denied": f"{articles['03']}/beside/{quote(ids['01'], safe='')}",
        "story-denied": f"/stories/{quote(str(story), safe='')}",
        "dispatch": quote(ids["01"], safe=""),
    }


def _paste(client: httpx.Client, dispatch: str, id_: str) -> dict[str, str]:
    def pasted(text: str, other: str = "") -> str:
        return _post(client, "/find/paste", data={"text": text, "other": other})

    found = pasted(dispatch)
    return {
        "found": found,
        "found-beside": f"{found}/beside/{id_}",
        "found-nowhere": pasted(ELSEWHERE),
        "found-short": pasted("Trois mots seulement"),
        "found-two": pasted(dispatch, "\n\n".join(dispatch.split("\n\n")[3:])),
    }


def _import(client: httpx.Client, dispatch: str) -> dict[str, str]:
    """Import a text and a file that cannot be read, then an address that may not be asked."""
    files = [("files", ("presse/courte.txt", dispatch[:400].encode())), ("files", ("presse/vide.txt", b""))]
    known = {
        "import-done": _post(client, "/imports/files", files=files),
        "import-failed": _post(client, "/imports/address", data={"address": "http://127.0.0.1:9/article"}),
    }
    for address in known.values():
        last = client.get(f"{address}/events", timeout=60).text.strip().splitlines()[-1]  # ends with the import
        assert json.loads(last.removeprefix("data: "))["state"] in {"done", "failed"}, last
    return known


def _post(client: httpx.Client, where: str, **given: object) -> str:
    token = re.search(r'name="token" value="([^"]+)"', client.get("/find").text)
    assert token
    answer = client.post(where, headers={"x-sourcier-token": token[1]}, **given)  # type: ignore[arg-type]
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]
