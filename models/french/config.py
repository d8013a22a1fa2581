"""What a training of the French network was run with."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Config:
    """Sizes are numbers of units; `chance` values are shares 0..1; `words` is the size of a batch."""

    seed: int = 1
    epochs: int = 16
    words: int = 800
    rate: float = 3e-3
    again: int = 12
    again_rate: float = 2e-3
    finish: int = 5  # epochs on the first treebank alone
    finish_rate: float = 6e-4
    decay: float = 1e-5
    averaging: float = 0.996
    clip: float = 5.0
    dropout: float = 0.33
    unknown: float = 0.15  # chance to hide a word of the table, more for rare ones
    noise: float = 0.4  # chance that a sentence is a noisy copy
    said: float = 0.06  # chance that a sentence is written as a quotation
    dated: float = 0.03  # chance that a day is named after a verb
    word: int = 100
    gram: int = 96
    lexical: int = 128
    bank: int = 12
    first: int = 192
    second: int = 160
    arc: int = 128
    label: int = 96
    tag: int = 96
    smoothing: float = 0.03
    taught: float = 0.7  # share of the loss that is against the teacher, where there is one

    def save(self, path: Path) -> None:
        """Write all values to `path` as JSON."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> "Config":
        """Read what `save` wrote."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))


# The first treebank is the one whose conventions the network follows at run time.
TREEBANKS = ("fr_sequoia-ud-train", "fr_gsd-ud-dev", "fr_fqb-ud-test")
DEV = "fr_sequoia-ud-dev"
