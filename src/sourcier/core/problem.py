"""What went wrong with one article; the run goes on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Bad news as data: `stage` that met it, `where` (path or id), `message` what, `hint` what to do."""

    stage: str
    where: str
    message: str
    hint: str | None = None
