"""One clear line on what went wrong."""

from dataclasses import dataclass

from sourcier.export.line import line


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """What is wrong, and what to do about it, None where there is nothing to say."""

    message: str
    hint: str | None

    def row(self) -> bytes:
        """Return it as JSON."""
        return line({"error": self.message, "hint": self.hint})
