"""Where articles are read from."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or standard input where `file` is None; `id` and `path` can be shown and stored.

    `id` is the path relative to the folder given, `path` the path as the user would open it; both are valid Unicode
    even where the file's name is not. `sidecar` is the file of metadata beside it, if there is one.
    """

    id: str
    path: str
    file: Path | None = None
    sidecar: Path | None = None
