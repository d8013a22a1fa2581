"""Where a text is pasted."""

from dataclasses import dataclass

from sourcier.export.line import line


@dataclass(frozen=True, slots=True)
class Ask:
    """The form for a text, or for `two`; `articles` is how many there are to find it in."""

    articles: int
    two: bool

    def row(self) -> bytes:
        """Return it as JSON."""
        return line({"articles": self.articles})
