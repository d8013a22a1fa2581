"""Where articles stand, written so that a ledger knows a file again from whatever folder the program runs in."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from sourcier.core.article import Article

_STDIN = "-"
Place = Callable[[str], str]


def places_for(ledger: Path | None) -> Place:
    """Return what writes a path relative to the ledger's folder where it lies in it, else absolute.

    In memory the folder is the one that the program runs in. Links between folders are resolved; standard input
    stays `-`. Both forms have forward slashes. What stands in an archive keeps its name there, whatever that is: `..`
    in it leads nowhere.
    """
    real = lru_cache(maxsize=1_000)(
        lambda folder: os.path.realpath(folder or ".")
    )  # not longer: programs change folder
    base = Path(real(os.fspath(ledger.parent) if ledger else ""))
    archive = lru_cache(maxsize=1_000)(_file_of)

    def place(path: str) -> str:
        if path == _STDIN or path.startswith(f"{_STDIN}#"):
            return path
        folder, name = os.path.split(path)
        if inside := archive(folder):
            return f"{place(inside)}{path[len(inside) :]}"
        absolute = Path(real(path)) if os.path.isdir(path) else Path(real(folder), name)  # noqa: PTH112 -- never raises
        return (absolute.relative_to(base) if absolute.is_relative_to(base) else absolute).as_posix()

    return place


def _file_of(folder: str) -> str:
    """Return the file that a folder stands in, nothing where it is a folder of the disk."""
    if not folder or os.path.isdir(folder):  # noqa: PTH112 -- never raises
        return ""
    ends = [at for at, letter in enumerate(folder) if letter == "/"]
    return next((folder[:end] for end in [*ends, len(folder)] if os.path.isfile(folder[:end])), "")  # noqa: PTH113


def at_place(article: Article, place: Place) -> Article:
    """Return an article with its places as the ledger writes them."""
    path = None if article.path is None else place(article.path)
    if path is not None and article.locations == (article.path,):  # the path of a record among many: asked for once
        return replace(article, path=path, locations=(path,))
    return replace(article, path=path, locations=tuple(map(place, article.locations)))
