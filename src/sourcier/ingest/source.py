"""Where articles are read from."""

from dataclasses import dataclass, field
from pathlib import Path

from sourcier.ingest.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Metadata beside an article: the path as shown, and the file, or what it holds where it is in an archive."""

    path: str
    file: Path | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or a part of one, or standard input where `file` is None; `id` and `path` can be shown and stored.

    `id` is the path relative to the folder given, `path` the path as the user would open it; both are valid Unicode
    even where the file's name is not. A file in an archive has the archive's before its own, and `within` is the path
    of the archive. `known` is what the archive states of it, `charset` the encoding that a server named.
    """

    id: str
    path: str
    file: Path | None = None
    sidecar: Sidecar | None = None
    within: str | None = None
    known: Metadata = field(default_factory=Metadata)
    charset: str | None = None
