"""The invented dossier as a site of its own, so that a newcomer sees the pages work and nothing is mixed."""

import shutil
import tempfile
from pathlib import Path
from threading import Lock

from sourcier.web.imports import Imports
from sourcier.web.pasted import Pasted
from sourcier.web.site import Site
from sourcier.workflow.demo import demo_folder
from sourcier.workflow.ledger import add
from sourcier.workflow.options import ReadOptions

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
                with demo_folder() as folder:
                    add(ledger, [str(folder)], ReadOptions(), place=lambda path: Path(path).name)
                self._site = Site(ledger, ROOT, Imports(ledger), Pasted(), example=True)
            return self._site

    def close(self) -> None:
        """Remove it."""
        if self._site:
            self._site.imports.close()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
