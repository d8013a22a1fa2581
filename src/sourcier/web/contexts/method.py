"""How the results come about, and what they do not cover."""

from dataclasses import asdict, dataclass
from pathlib import Path

from sourcier.core.totals import Totals
from sourcier.export.line import line
from sourcier.lang.interface import Phrases
from sourcier.version import __version__
from sourcier.workflow.desk import Desk
from sourcier.workflow.stages import LINEAGE


@dataclass(frozen=True)
class Method:
    """`unseen` are the things that the program cannot see, `steps` what it does, in order."""

    ledger: str
    totals: Totals
    lineage: int
    steps: tuple[str, ...]
    unseen: tuple[str, ...]

    def row(self) -> bytes:
        """Return it as JSON."""
        found = {"version": __version__, "lineage": self.lineage, "ledger": self.ledger}
        return line({**found, "totals": asdict(self.totals), "steps": self.steps, "unseen": self.unseen})


def method(desk: Desk, ledger: Path, phrases: Phrases) -> Method:
    """Build it."""
    steps, unseen = phrases.say("pages.method.steps"), phrases.say("dossier.unseen_list")
    return Method(ledger.name, desk.totals(), LINEAGE.version, _lines(steps), _lines(unseen))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.strip().splitlines())
