"""What an engine takes on disk: `python -m bench.engine.disk PACKAGE…` prints the bytes of packages and their needs."""

import re
import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

_NAME = re.compile(r"[A-Za-z0-9._-]+")


def packages(names: Iterable[str]) -> set[str]:
    """Return what must be installed for `names`, themselves included; what is not installed here is left out."""
    found: set[str] = set()
    due = list(names)
    while due:
        name = re.sub(r"[-_.]+", "-", due.pop()).lower()
        if name in found:
            continue
        try:
            needs = distribution(name).requires or []
        except PackageNotFoundError:  # for another system or version of Python
            continue
        found.add(name)
        due += [match[0] for need in needs if "extra ==" not in need and (match := _NAME.match(need))]
    return found


def installed(names: Iterable[str]) -> int:
    """Return the bytes of the files that were installed with packages."""
    paths = {Path(str(file.locate())) for name in names for file in distribution(name).files or []}
    return size(paths)


def size(paths: Iterable[Path]) -> int:
    """Return the bytes of files, and of all files in folders, compiled modules aside."""
    files = {file for path in paths for file in ([path] if path.is_file() else path.rglob("*"))}
    return sum(file.stat().st_size for file in files if file.is_file() and file.suffix != ".pyc")


if __name__ == "__main__":
    print(installed(packages(sys.argv[1:])))
