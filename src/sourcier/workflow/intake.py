"""What is to be taken into a ledger from the web page."""

from dataclasses import dataclass
from pathlib import Path

from sourcier.core.problem import Problem
from sourcier.ingest.trouble import problem
from sourcier.workflow.spool import Spool

_AGAIN = "what was stored stays: start it again"


@dataclass(frozen=True, slots=True)
class Intake:
    """Uploaded files, or the page at `url`; with neither, lineage is found anew.

    `facts`: then each article is read as well, and who is one over all of them is found. `private` allows addresses of
    one's own network.
    """

    ledger: Path
    spool: Spool | None = None
    url: str | None = None
    private: bool = False
    facts: bool = False


def broken_off(why: str | None = None) -> Problem:
    """Return what is said of an import whose process ended without a word, or by a fault of ours."""
    if why:
        return problem("", f"the import broke off: {why}", _AGAIN)
    return problem("", "the import broke off", _AGAIN)
