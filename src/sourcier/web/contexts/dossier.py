"""The overview: how much there is, from how many texts it comes at most, and what deserves a look."""

from dataclasses import asdict, dataclass
from typing import Any

from sourcier.core.overview import Overview
from sourcier.core.totals import Totals
from sourcier.export.line import line
from sourcier.web.contexts.imports import import_row
from sourcier.web.contexts.rows import overview_row
from sourcier.web.imported import Import
from sourcier.workflow.desk import Desk

_LOOK = 6


@dataclass(frozen=True)
class Dossier:
    """`look` are the families with the heaviest differences and missing credits, `running` the imports under way."""

    totals: Totals
    look: tuple[Overview, ...]
    running: tuple[Import, ...]

    @property
    def alone(self) -> int:
        """How many articles share no passage with another."""
        return self.totals.articles - self.totals.tied

    @property
    def origins(self) -> int:
        """From how many texts at most the shared passages come."""
        return self.totals.origins_max - self.alone

    def row(self) -> bytes:
        """Return it as JSON."""
        totals: dict[str, Any] = asdict(self.totals)
        bounds = {"alone": self.alone, "origins": self.origins}
        look, running = [overview_row(each) for each in self.look], [import_row(each) for each in self.running]
        return line({"totals": totals, **bounds, "look": look, "running": running})


def dossier(desk: Desk, imports: tuple[Import, ...]) -> Dossier:
    """Build it."""
    running = tuple(each for each in imports if not each.over)
    return Dossier(desk.totals(), desk.stories(limit=_LOOK).items, running)
