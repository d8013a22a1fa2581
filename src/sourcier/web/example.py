"""The invented dossier as a site of its own, so that a newcomer sees the pages work and nothing is mixed."""

import shutil
import tempfile
from pathlib import Path
from threading import Lock

from sourcier.web.imports import Imports
from sourcier.web.pasted import Pasted
from sourcier.web.site import Site

ROOT = "/example"


class Example:
    """Made when it is first asked for, in a temporary folder that goes with the server."""

    def __init__(self) -> None:
        self._site: Site | None = None
        self._folder: Path | None = None
        self._lock = Lock()

    def site(self) -> Site:
        """Return the site."""
        with self._lock:
            if self._site is None:
                self._folder = Path(tempfile.mkdtemp(prefix="sourcier-example-"))
                ledger = self._folder / "example.db"
                try:
                    _fill(ledger)
                except BaseException:
                    shutil.rmtree(self._folder, ignore_errors=True)
                    raise
                self._site = Site(ledger, ROOT, Imports(ledger), Pasted(), example=True)
            return self._site

    def stop(self) -> None:
        """Stop its imports, without waiting for them."""
        if self._site:
            self._site.imports.stop()

    def close(self) -> None:
        """Remove it, once it is made where it is being made."""
        with self._lock:
            if self._site:
                self._site.imports.close()
            if self._folder:
                shutil.rmtree(self._folder, ignore_errors=True)


def _fill(ledger: Path) -> None:
    from sourcier.workflow.demo import demo_folder  # noqa: PLC0415 - brings in the stages
    from sourcier.workflow.ledger import add  # noqa: PLC0415 - brings in the stages
    from sourcier.workflow.options import ReadOptions  # noqa: PLC0415 - brings in the readers

    with demo_folder() as folder:
        add(ledger, [str(folder)], ReadOptions(), place=lambda path: Path(path).name)
