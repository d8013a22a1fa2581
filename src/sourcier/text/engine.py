"""What a linguistic engine is to the rest of the program."""

from typing import Protocol

from sourcier.text.analysis import Analysis


class Engine(Protocol):
    """Reads texts of one language: same text, same analysis, and a paragraph alone reads as in its article."""

    @property
    def name(self) -> str:
        """The name it is chosen by: `french`, `spacy:fr_core_news_sm`."""

    @property
    def version(self) -> str:
        """What changes whenever its analyses may; kept with every result."""

    @property
    def language(self) -> str:
        """The ISO 639 code of the language it reads."""

    def analyse(self, text: str) -> Analysis:
        """Read `text`, of any length and of any characters; what is no language at all is read as well as can be."""
