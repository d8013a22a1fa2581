"""Letters without case and accents, one for one, so that offsets stay those of the text."""

import re
import unicodedata
from collections.abc import Iterable

_SIGNS = {**dict.fromkeys("’‘ʼ´`", "'"), **dict.fromkeys("‐‑–", "-"), **dict.fromkeys("\u00a0\u202f\u2009\t", " ")}


class _Letters(dict[int, str]):
    """What each code point folds to, always one character, filled when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        bare = unicodedata.normalize("NFKD", _SIGNS.get(character, character))[:1].lower()
        self[code] = bare if len(bare) == 1 else character
        return self[code]


_LETTERS = _Letters()


def fold(text: str, accented: Iterable[str] = ()) -> str:
    """Return `text` in as many characters; the `accented` words keep their accents."""
    folded = _folded(text)
    for word in accented:
        folded = _kept(text, folded, word)
    return folded


def _folded(text: str) -> str:
    return text.translate(_LETTERS)


def _kept(text: str, folded: str, word: str) -> str:
    """Put a word back where the text has it with its accents, in any case."""
    parts, last = [], 0
    for match in re.finditer(rf"{re.escape(_folded(word))}(?!\w)", folded):
        start, end = match.span()
        if text[start:end].lower() == word and not (start and _is_of_word(text[start - 1])):
            parts += [folded[last:start], word]
            last = end
    return "".join([*parts, folded[last:]])


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
