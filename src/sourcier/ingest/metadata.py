"""What is known of an article beside its text, from values that a file states."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from sourcier.core.moment import Moment
from sourcier.ingest.moments import moment
from sourcier.ingest.trouble import Trouble

FIELDS = ("id", "text", "title", "outlet", "url", "byline", "published", "captured", "language", "complete", "links")
"""The names of fields that a record may state, `id` and `text` among them."""

_PHRASES = ("title", "outlet", "url", "byline")
_TRUE = frozenset({"true", "yes", "1"})
_FALSE = frozenset({"false", "no", "0"})
_CODE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")
_ADDRESS = re.compile(r"https?://[^\s<>\"«»“”()\[\]{}]+")
_SCRUB = re.compile("[\ud800-\udfff]")


class Metadata(TypedDict, total=False):
    """Fields of an Article that are known; a key that is absent is unknown."""

    title: str
    outlet: str
    url: str
    byline: str
    published: Moment
    captured: Moment
    language: str
    complete: bool
    links: tuple[str, ...]


def metadata(values: Mapping[str, Any], columns: Mapping[str, str] | None = None) -> tuple[Metadata, list[str]]:
    """Return what `values` states and, as messages, what of it cannot be used; other keys are ignored.

    `columns` gives the key that holds a field, where it is not the field's own name.
    """
    columns = columns or {}
    known: dict[str, Any] = {}
    complaints: list[str] = []
    for name, convert in _CONVERT:
        value = values.get(columns.get(name, name))
        if value is None or value == "":
            continue
        try:
            value = convert(value)
        except Trouble as trouble:
            complaints.append(f"{columns.get(name, name)}: {trouble.message}")
            continue
        if value is not None:
            known[name] = value
    return known, complaints  # type: ignore[return-value]  # keys and types come from _CONVERT


def phrase(value: object) -> str | None:
    """Return a value as text: a list of texts is joined, a number written; raises Trouble on anything else."""
    if isinstance(value, str):
        return clean(value).strip() or None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(item for item in map(str.strip, value) if item) or None
    raise Trouble(f"not a text: {value if isinstance(value, bool) else type(value).__name__}")


def clean(text: str) -> str:
    """Return `text` with half characters (lone surrogates, which no file can hold) replaced one by one by U+FFFD."""
    return text if text.isascii() else _SCRUB.sub("\ufffd", text)


def language_code(value: object) -> str | None:
    """Return the ISO 639-1 code of a language tag such as fr, fr-NE or fr_FR; None for other forms."""
    match = _CODE.fullmatch(value.strip()) if isinstance(value, str) else None
    return match[1].lower() if match else None


def addresses(text: str) -> tuple[str, ...]:
    """Return the web addresses that stand in a text, each once, in order."""
    if "://" not in text:
        return ()
    return tuple(dict.fromkeys(found.rstrip(".,;:!?'’…*") for found in _ADDRESS.findall(text)))


def _moment(value: object) -> Moment | None:
    text = phrase(value)
    return moment(text) if text else None


def _truth(value: object) -> bool:
    word = str(value).strip().lower() if isinstance(value, (str, int, float)) else type(value).__name__
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise Trouble(f"neither true nor false: {word[:60]}")


def _links(value: object) -> tuple[str, ...]:
    items: Iterable[object] = value.split() if isinstance(value, str) else value if isinstance(value, list) else ()
    return tuple(dict.fromkeys(clean(item).strip() for item in items if isinstance(item, str) and item.strip()))


_CONVERT: tuple[tuple[str, Any], ...] = (
    *((name, phrase) for name in _PHRASES),
    ("published", _moment),
    ("captured", _moment),
    ("language", language_code),
    ("complete", _truth),
    ("links", _links),
)
