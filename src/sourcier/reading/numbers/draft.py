"""A number while it is being read: over tokens, with what is not known yet."""

from dataclasses import dataclass

from sourcier.core.number import Bound, NumberKind
from sourcier.reading.numbers.words import Words


@dataclass(frozen=True, slots=True)
class Draft:
    """A number over tokens `start` to `stop` of a sentence.

    `head` is the counted noun's token, None for none; `bare` tells that neither noun nor unit stands beside the
    number, so that what it counts comes from the text around.
    """

    words: Words
    start: int
    stop: int
    kind: NumberKind
    value: float
    value_max: float | None
    bound: Bound
    what: str | None = None
    state: str | None = None
    unit: str | None = None
    head: int | None = None
    bare: bool = False

    @property
    def said(self) -> str | None:
        """What is counted with the state that a verb gives, in words of the text."""
        return " ".join(filter(None, (self.what, self.state))) or None


Found = tuple[int, Draft | None]
"""Where to read on, and the number, None for what is none."""
