"""What an office is, out of the words of a role: « ancien ministre de la Santé »."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from sourcier.lang.load import language
from sourcier.reading.gazetteer.demonyms import demonyms
from sourcier.text.fold import fold

Scope = Literal["alone", "of", "many"]
Gender = Literal["woman", "man"]

ANY = "any"  # goes with every field
UNKNOWN = "?"  # a trade of no table

_SCOPES: tuple[Scope, ...] = ("alone", "of", "many")
_KEPT = 1 << 16
_LONGEST_PHRASE = 6  # words
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Office:
    """An office: its `head` is the table's name for it, `of` the words of its complement, nationality left out.

    `scope` is how many bear it at once: `alone` one in a state, `of` one with that complement, `many` any number.
    """

    head: str
    of: frozenset[str]
    former: bool
    scope: Scope
    field: str

    @property
    def text(self) -> str:
        """Its words, for a reason."""
        return " ".join((self.head, *sorted(self.of)))


class Offices:
    """The table of one language."""

    def __init__(self, code: str, table: Mapping[str, Any]) -> None:
        """Read what the table says."""
        self._heads = {p: (head, s) for s in _SCOPES for head, phrases in table[s].items() for p in phrases}
        self._field = {head: field for field, heads in table["field"].items() for head in heads}
        self._together = {frozenset((one, other)) for one, others in table["together"].items() for other in others}
        self._anybody = frozenset(table["anybody"])
        self._full = frozenset(table["full"]["heads"])
        self._former = frozenset(table["former"])
        self._beside = frozenset(table["beside"])
        self.small = frozenset(table["small"])
        self._idle = self.small | frozenset(table["everywhere"])
        self._states = frozenset(table["states"].split())
        self._gender: dict[str, Gender] = {w: g for g in ("woman", "man") for w in table["gender"][g]}
        found = language(code)
        self._countries = demonyms(found).countries if found else None

    def office(self, role: str) -> Office | None:
        """Return the office that a role's words name; a trade that is in no table goes by its first word."""
        words = [fold(word) for word in _WORDS.findall(role)]
        former, words = any(p in self._former for p in _runs(words)), _without(words, self._former | self._beside)
        found = self._head(words)
        if found is None:
            trade = next((word for word in words if self.tells(word)), None)
            return (
                None if trade is None or trade in self._anybody else Office(trade, frozenset(), former, "many", UNKNOWN)
            )
        (head, scope), rest = found
        idle = self._idle | self._states if scope == "alone" else self._idle
        of = frozenset(word for word in rest if word not in idle and self.tells(word))
        if scope == "many":
            of = frozenset()
        if scope == "alone" and of:
            return Office(head, of, former, "of", ANY)  # of a union, a club
        return Office(head, of, former, scope, self._field[head])

    def gender(self, roles: Iterable[str]) -> Gender | None:
        """Return whether the words of roles are said of a woman or a man; None where they do not tell, or tell both."""
        words = (run for role in roles for run in _runs([fold(word) for word in _WORDS.findall(role)]))
        told = {self._gender[word] for word in words if word in self._gender}
        return told.pop() if len(told) == 1 else None

    def together(self, one: str, other: str) -> bool:
        """Tell whether one man may be of two fields."""
        return one == other or ANY in (one, other) or frozenset((one, other)) in self._together

    def full(self, one: Office, other: Office) -> bool:
        """Tell whether two offices leave no room for one another."""
        return one.head != other.head and one.head in self._full and other.head in self._full

    def _head(self, words: list[str]) -> tuple[tuple[str, Scope], list[str]] | None:
        for start in range(len(words)):
            for stop in range(min(len(words), start + _LONGEST_PHRASE), start, -1):
                found = self._heads.get(" ".join(words[start:stop]))
                if found:
                    return found, words[stop:]
        return None

    def tells(self, word: str) -> bool:
        """Tell whether a word of a complement or of a body's name says which it is."""
        return word not in self._idle and not (self._countries and self._countries(word))


@cache
def offices(code: str) -> Offices | None:
    """Return the offices of a language; None where it is unknown."""
    found = language(code)
    return None if found is None else Offices(code, found.table("offices"))


@lru_cache(_KEPT)
def office(role: str, code: str) -> Office | None:
    """Return the office that a role's words name, None where no table has it."""
    table = offices(code)
    return None if table is None else table.office(role)


def _runs(words: list[str]) -> Iterable[str]:
    return (" ".join(words[start : start + size]) for size in (1, 2, 3) for start in range(len(words) - size + 1))


def _without(words: list[str], phrases: frozenset[str]) -> list[str]:
    kept: list[str] = []
    at = 0
    while at < len(words):
        size = next((size for size in (3, 2, 1) if " ".join(words[at : at + size]) in phrases), 0)
        if not size:
            kept.append(words[at])
        at += size or 1
    return kept
