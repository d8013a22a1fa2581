"""What happened to the ledger, as JSON values: one function for each line that its commands print."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sourcier.core.hit import Hit
from sourcier.core.places_file import PlacesFile
from sourcier.export.line import line


def added(new: int, versions: int, known: int, problems: int, ledger: Path | None) -> bytes:
    """Return the line of `add`; of the `new` articles `versions` are texts of pages known before. No ledger: None."""
    counts = {"new": new, "versions": versions, "known": known, "problems": problems}
    return line({**counts, "ledger": str(ledger) if ledger else None})


def refreshed(ledger: Path, articles: int, done: tuple[int, int, int, int], parameters: Mapping[str, int]) -> bytes:
    """Return the line of `refresh`: how many of the `articles` were indexed, compared, judged and read anew."""
    counts = dict(zip(("indexed", "matched", "judged", "read"), done, strict=True))
    return line({"ledger": str(ledger), "articles": articles, **counts, "parameters": dict(parameters)})


def hit(each: Hit) -> bytes:
    """Return one line of `search`: an article, and where the words stand in its text."""
    return line(hit_fields(each))


def hit_fields(each: Hit) -> dict[str, Any]:
    """Return the fields of that line."""
    stated = {"id": each.article, "title": each.title, "outlet": each.outlet, "published": each.published}
    return {**stated, **places(each)}


def places(each: Hit) -> dict[str, Any]:
    """Return the stretch around the first of the words looked for, and where all of them stand in the text."""
    around = each.snippet_span
    return {
        "snippet": {"start": around.start, "end": around.end, "text": each.snippet},
        "spans": [{"start": one.start, "end": one.end} for one in each.spans],
    }


def corrected(id_: str, field: str, value: str | None) -> bytes:
    """Return one line of `set`."""
    return line({"id": id_, "field": field, "value": value})


def removed(id_: str) -> bytes:
    """Return the line of `remove`."""
    return line({"removed": id_})


def placed(name: str, places: int) -> bytes:
    """Return one line of `gazetteer add`: a file, and how many places were read from it."""
    return line({"file": name, "places": places})


def places_file(each: PlacesFile) -> bytes:
    """Return one line of `gazetteer list`: a file, its places, how many of them have a point, when it was added."""
    return line({"file": each.name, "places": each.places, "pointed": each.pointed, "added": each.added})


def served(address: str, ledger: str) -> bytes:
    """Return the line of `serve`, once the pages answer at the address."""
    return line({"address": address, "ledger": ledger})


def health(versions: Mapping[str, str], kernels: str, ledger: Mapping[str, Any] | None) -> bytes:
    """Return the line of `doctor`."""
    return line({"versions": dict(versions), "kernels": kernels, "ledger": dict(ledger) if ledger else None})
