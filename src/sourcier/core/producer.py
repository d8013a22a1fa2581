"""Which program, by which version of a stage and with which parameters, found something."""

from collections.abc import Mapping
from dataclasses import dataclass

from sourcier.version import __version__


@dataclass(frozen=True, slots=True)
class Producer:
    """`lineage` is the number of the stage: the same one finds the same in the same articles, with its `parameters`.

    `version` is the program's.
    """

    lineage: int
    parameters: Mapping[str, object]
    version: str = __version__

    def fields(self) -> dict[str, object]:
        """Return what stands in every exported row."""
        return {
            "name": "sourcier",
            "version": self.version,
            "lineage": self.lineage,
            **dict(sorted(self.parameters.items())),
        }
