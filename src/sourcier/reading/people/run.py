"""Words that may be a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens that may be a name; `titled` are the tokens of a title right before it."""

    first: int
    stop: int
    titled: tuple[int, int] | None = None

    @property
    def alone(self) -> bool:
        """Whether it is one word."""
        return self.stop - self.first == 1
