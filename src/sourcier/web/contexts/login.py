"""The page that asks for the password."""

from dataclasses import dataclass

from sourcier.export.line import line


@dataclass(frozen=True, slots=True)
class Login:
    """`wrong` tells that what was typed is not the password."""

    wrong: bool

    def row(self) -> bytes:
        """Return it as JSON."""
        return line({"wrong": self.wrong})
