"""What the aligner tolerates."""

from typing import NamedTuple


class Limits(NamedTuple):
    """What the aligner tolerates, in words (`look_back` in runs)."""

    seed: int  # equal words in the runs of a pair that are worth a closer look
    least: int  # equal words that make a passage
    gap: int  # unmatched words that a chain may bridge
    drift: int  # how far two linked runs may lie off one diagonal
    look_back: int  # how many earlier runs a run may be linked to
    split_long: int  # a longer gap on either side splits the passage
    split_unequal: int  # so does a gap this much longer on one side
    window: int  # how far beyond a chain's ends equal words are looked for
    standing_edge: int  # fewer words of standing text at the end of a passage are part of it
    standing_inside: int  # so are fewer than this inside
