"""What stands in the named places of a match."""

import re
from collections.abc import Mapping
from typing import Any

from sourcier.reading.dates.grammar import Grammar
from sourcier.reading.dates.numerals import number

_SPACES = re.compile(r" +")


class Words:
    """The words of one match; `fixed` is what its rule adds."""

    def __init__(self, grammar: Grammar, match: re.Match[str], fixed: Mapping[str, Any]) -> None:
        self._grammar = grammar
        self._groups = {name: text for name, text in match.groupdict().items() if text is not None}
        self.fixed = fixed
        self.text = match[0]

    def __contains__(self, name: str) -> bool:
        return name in self._groups

    def raw(self, name: str) -> str:
        """The folded words themselves, empty where they are missing."""
        return _SPACES.sub(" ", self._groups.get(name, ""))

    def value(self, name: str) -> Any:
        """What the table of this name says of the words, None where they are missing; `name2` is a second place."""
        if name in self.fixed:
            return self.fixed[name]
        if name not in self._groups:
            return None
        return self._grammar.tables[name.rstrip("0123456789")].get(self.raw(name).rstrip("."))

    def number(self, *names: str) -> int | None:
        """The number in the first of these places that is filled."""
        for name in names:
            if name in self._groups:
                return number(self._grammar.language, self.raw(name))
        return None
