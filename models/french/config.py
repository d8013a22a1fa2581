"""What a training of the French network was run with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Config:
    """Sizes are numbers of units; `chance` values are shares 0..1; `words` is the size of a batch."""

    seed: int = 1
    epochs: int = 16
    words: int = 800
    rate: float = 3e-3
    finish: int = 5  # epochs on the first treebank alone
    finish_rate: float = 6e-4
    decay: float = 1e-5
    averaging: float = 0.998
    clip: float = 5.0
    dropout: float = 0.33
    unknown: float = 0.15  # chance to hide a word of the table, more for rare ones
    noise: float = 0.4  # chance that a sentence is a noisy copy
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


# The first treebank is the one whose conventions the network follows at run time.
TREEBANKS = ("fr_sequoia-ud-train", "fr_gsd-ud-dev", "fr_fqb-ud-test")
DEV = "fr_sequoia-ud-dev"
