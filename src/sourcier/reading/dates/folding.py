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
    folded = text.translate(_LETTERS)
    for word in accented:
        folded = _kept(text, folded, word)
    return folded


def _kept(text: str, folded: str, word: str) -> str:
    """Put a word back where the text has it with its accents, in any case."""
    parts, last = [], 0
    for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE):
        parts += [folded[last : match.start()], word]
        last = match.end()
    return "".join([*parts, folded[last:]])
