"""Where an import stands: values that pages show."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sourcier.core.problem import Problem

State = Literal["waiting", "running", "done", "cancelled", "failed"]
Kind = Literal["files", "address", "refresh"]
_OVER = frozenset({"done", "cancelled", "failed"})


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the work by its key in `progress.`, how much of it is done, and of how much (None: not known)."""

    key: str
    done: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Import:
    """One import as it was at `version`, a number that grows with every change of it.

    `what` is the name of the first file or folder, or the address; `files` is how many files were given, and `folder`
    whether all of them lie in the folder `what`. `steps` are
    those begun, in order: the last is under way while the state is running. `new` and `known` count articles, None
    until that is known; of the new ones `versions` are new texts of a page that had another one. `problems` are the
    first of `problem_count`. `error` is why it failed. `dropped` tells that the files given were deleted before all of
    them were read. Times are UTC.
    """

    key: str
    kind: Kind
    what: str = ""
    files: int = 0
    folder: bool = False
    state: State = "waiting"
    steps: tuple[Step, ...] = ()
    new: int | None = None
    known: int | None = None
    versions: int | None = None
    problems: tuple[Problem, ...] = ()
    problem_count: int = 0
    error: Problem | None = None
    started: datetime | None = None
    ended: datetime | None = None
    version: int = 0
    dropped: bool = False

    @property
    def over(self) -> bool:
        """Tell whether nothing more happens unless it is resumed."""
        return self.state in _OVER

    @property
    def resumable(self) -> bool:
        """Tell whether it stopped before its end, so that it can go on."""
        return self.state in {"cancelled", "failed"} and not self.dropped
