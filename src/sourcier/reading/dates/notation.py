"""The notation of the rules, and what it becomes: a regular expression, and the two words that it can begin with."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

FIGURE = "#"
"""Stands for a figure among the words that a pattern can begin with."""
ANY = "*"
"""Stands for a word that a pattern leaves open."""
WORD = re.compile(r"[^\W\d_]+|\d+")
Pair = tuple[str, str]
_SPACE = " +"
_TOKEN = re.compile(r"<(\w+)>|([\[\](|)])|( )|(.)", re.DOTALL)


class Part(NamedTuple):
    """A pattern: `begins` are the first two words that it can have, `empty` tells whether it can match nothing.

    Where it can match one word only, or none, the second or both are empty. `opens` and `closes` tell whether a letter
    or figure at its edge may be of one word with what stands beside it.
    """

    regex: str
    begins: frozenset[Pair]
    empty: bool
    opens: bool = True
    closes: bool = True

    @property
    def starts(self) -> frozenset[str]:
        """The words that it can begin with, as far as they are known."""
        return frozenset(first for first, _ in self.begins if first not in {"", ANY})


NO_WORD = frozenset({("", "")})
NOTHING = Part("", NO_WORD, empty=True, opens=False, closes=False)
SPACE = Part(_SPACE, NO_WORD, empty=False, opens=False, closes=False)
Pieces = Callable[[str], Part]


class _Reader:
    """Reads one pattern from left to right; raises ValueError where a bracket is missing."""

    def __init__(self, pattern: str, pieces: Pieces) -> None:
        self._pattern = pattern
        self._tokens = list(_TOKEN.finditer(pattern))
        self._at = 0
        self._pieces = pieces

    def whole(self) -> Part:
        part = self._choice()
        if self._at < len(self._tokens):
            raise ValueError(f"a bracket too many in the pattern {self._pattern!r}")
        return part

    def _choice(self) -> Part:
        parts = [self._row()]
        while self._sign() == "|":
            self._at += 1
            parts.append(self._row())
        if len(parts) == 1:
            return parts[0]
        return choice(parts)

    def _row(self) -> Part:
        row = NOTHING
        while self._at < len(self._tokens) and self._sign() not in {"|", ")", "]"}:
            row = joined(row, self._item())
        return row

    def _item(self) -> Part:
        token = self._tokens[self._at]
        if token[3]:
            self._at += 1
            return SPACE
        if token[1]:
            self._at += 1
            return self._pieces(token[1])
        return self._bracket(token[2]) if token[2] else self._literal()

    def _bracket(self, sign: str) -> Part:
        self._at += 1
        inner = self._choice()
        if self._sign() != {"[": "]", "(": ")"}.get(sign):
            raise ValueError(f"a bracket is not closed in the pattern {self._pattern!r}")
        self._at += 1
        return optional(inner) if sign == "[" else inner

    def _literal(self) -> Part:
        start = self._at
        while self._at < len(self._tokens) and self._tokens[self._at][4]:
            self._at += 1
        return literal("".join(token[4] for token in self._tokens[start : self._at]))

    def _sign(self) -> str:
        return str(self._tokens[self._at][2] or "") if self._at < len(self._tokens) else ""


def read(pattern: str, pieces: Pieces) -> Part:
    """Return what a pattern becomes; `pieces` gives what stands for a name in it."""
    return _Reader(pattern, pieces).whole()


def joined(one: Part, two: Part) -> Part:
    """Return one part after the other."""
    return Part(
        one.regex + two.regex,
        frozenset(_continued(one, two)),
        one.empty and two.empty,
        one.opens or (one.empty and two.opens),
        two.closes or (two.empty and one.closes),
    )


def _continued(one: Part, two: Part) -> Iterator[Pair]:
    """The first two words of one part and the other; what may be glued to a word leaves it open what follows."""
    glued = one.closes and two.opens
    for first, second in one.begins:
        if not first:
            yield from two.begins
        elif glued or second:
            yield first, ANY if glued else second
        else:
            yield from ((first, following) for following, _ in two.begins)


def optional(part: Part) -> Part:
    """Return a part that may be missing."""
    return part._replace(regex=f"(?:{part.regex})?", begins=part.begins | NO_WORD, empty=True)


def choice(parts: Sequence[Part]) -> Part:
    """Return any one of some parts."""
    return Part(
        f"(?:{'|'.join(part.regex for part in parts)})",
        frozenset[Pair]().union(*(part.begins for part in parts)),
        any(part.empty for part in parts),
        any(part.opens for part in parts),
        any(part.closes for part in parts),
    )


def literal(text: str) -> Part:
    """Return words that stand for themselves."""
    regex = _SPACE.join(map(re.escape, text.split(" ")))
    return Part(regex, _pair(text), not text, text[:1].isalnum(), text[-1:].isalnum())


def opaque(regex: str, starts: Iterable[str]) -> Part:
    """Return a regular expression of which no more is known than the words or figures that it can begin with."""
    return Part(regex, frozenset((word, ANY) for word in starts) or frozenset({(ANY, ANY)}), empty=False)


def entries(table: Iterable[str]) -> Part:
    """Return the words of a table, the longest first."""
    words = sorted(table, key=lambda word: (-len(word), word))
    regex = "|".join(_SPACE.join(map(re.escape, word.split(" "))) for word in words)
    begins = frozenset[Pair]().union(*map(_pair, words))
    return Part(rf"(?:{regex})(?![^\W_])", begins, empty=False, closes=False)


def word_at(match: re.Match[str] | None) -> str:
    """Return how the beginnings have the word that was found: as it is, figures as one sign; nothing for none."""
    return "" if not match else FIGURE if match[0][0].isdigit() else match[0]


def _pair(text: str) -> frozenset[Pair]:
    words = [*map(word_at, WORD.finditer(text)), "", ""]
    return frozenset({(words[0], words[1])})
