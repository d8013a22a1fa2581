"""A comparison as one HTML file: it asks for nothing, runs nothing, and is the same bytes for the same input."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from sourcier.core.comparison import Comparison
from sourcier.export import dossier_evidence as evidence
from sourcier.export import dossier_findings as findings
from sourcier.export.dossier_view import View
from sourcier.export.html import Html, element, joined
from sourcier.lang.interface import Phrases
from sourcier.version import __version__


def dossier(pair: Comparison, phrases: Phrases, *, full: bool = False, time: str | None = None) -> bytes:
    """Return the file in UTF-8: cited stretches, or with `full` both whole texts too; `time` (EDTF) is stated in it."""
    view = View(pair, phrases, full)
    body = element(
        "body",
        element("header", element("h1", view.say("title")), *findings.header(view)),
        element("main", *findings.sections(view), *evidence.sections(view)),
        element("footer", *_produced(view, time)),
    )
    page = element("html", _head(view), "\n", body, lang=phrases.code)
    return f"<!doctype html>\n{page}\n".encode()


def _head(view: View) -> Html:
    style, digest = _style()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="generator", content=f"Sourcier {__version__}"),
        element("title", f"{view.say('title')} – {view.name('source')} / {view.name('derived')}"),
        element("style", Html(style)),
    )


@cache
def _style() -> tuple[str, str]:
    style = files("sourcier.export").joinpath("dossier.css").read_text("utf-8").replace("\r\n", "\n")
    return style, b64encode(sha256(style.encode()).digest()).decode()


def _produced(view: View, time: str | None) -> list[Html]:
    if time is None:
        made = view.say("produced_undated", version=__version__)
    else:
        made = view.say("produced", version=__version__, time=view.phrases.date(time))
    return [element("p", joined([made])), element("p", view.say("reproduce"))]
