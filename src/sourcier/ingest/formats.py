"""The input formats by the ends of files' names; each module is imported when first used."""

import io
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from os.path import splitext
from typing import Protocol, cast

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest.kind import Kind
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.piece import Held, Piece
from sourcier.ingest.source import Source

FORMATS = {
    ".txt": "plain_text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html_page",
    ".htm": "html_page",
    ".jsonl": "json_lines",
    ".ndjson": "json_lines",
    ".csv": "csv_table",
    ".warc": "web_archive",
    ".tar": "tar_archive",
    ".parquet": "parquet_table",
    ".wacz": "web_archive_zip",
    ".zip": "zip_archive",
}
PACKINGS = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz"}
"""What a file may be packed with: « .jsonl.gz » is « .jsonl » inside."""

SHORT = {".tgz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz"}
"""One ending that says two."""

ENDINGS = ", ".join(FORMATS)
HINT = f"files that are read end in {ENDINGS}; but for the last three, .gz, .bz2 or .xz may follow"


class Format(Protocol):
    """What a format's module offers; it raises Trouble when the whole file cannot be read."""

    def __call__(
        self, stream: io.BufferedReader, source: Source, options: ReadOptions
    ) -> Iterator[Article | Problem | Piece | Held]: ...


def _kinds() -> dict[str, Kind]:
    kinds = {ending: Kind(name) for ending, name in FORMATS.items()}
    for ending, kind in tuple(kinds.items()):
        if not kind.seeking:
            kinds |= {f"{ending}{last}": Kind(kind.format, packing) for last, packing in PACKINGS.items()}
    return kinds | {short: kinds[ending] for short, ending in SHORT.items()}


_KINDS = _kinds()


def kind_of(name: str) -> Kind | None:
    """Return what a file of this name is, None where it is not read."""
    stem, ending = splitext(name.lower())  # noqa: PTH122 -- a name, with no Path for each of a million
    if ending in PACKINGS:
        ending = f"{splitext(stem)[1]}{ending}"  # noqa: PTH122
    return _KINDS.get(ending)


def stem_of(name: str) -> str:
    """Return a name without the ending by which its kind is known: what a sidecar of it is called, before .json."""
    stem, ending = splitext(name)  # noqa: PTH122
    return splitext(stem)[0] if ending.lower() in PACKINGS else stem  # noqa: PTH122


@cache
def format_of(name: str) -> Format:
    """Return the reader of a format."""
    return cast("Format", import_module(f"sourcier.ingest.{name}").read)
