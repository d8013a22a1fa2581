"""Character folding: two spellings of a word that differ in case, accents or invisible marks fold to one.

Each code point has an entry, packed into 64 bits: up to three folded code points of 21 bits (lowest first), and above
them a flag for scripts without spaces, where every character is a word of its own. 0 separates words; SKIP vanishes.
"""

import unicodedata
from functools import cache

PAGE = 256
SKIP = (1 << 64) - 1
ALONE = 1 << 63
_BITS = 21

_INVISIBLE = frozenset("\u00ad\u0640\u200b\u200c\u200d\u2060\ufeff")  # soft hyphen, tatweel, zero width
_SPELT_OUT = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "ng", "ɓ": "b", "ɗ": "d",
              "ƙ": "k", "ƴ": "y", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"}  # fmt: skip
_WITHOUT_SPACES = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF),
)  # fmt: skip


@cache
def page(number: int) -> tuple[int, ...]:
    """Return the entries of code points number * 256 up to the next page."""
    return tuple(_entry(code) for code in range(number * PAGE, (number + 1) * PAGE))


class _Table(dict[int, str]):
    """Folded letters by code point, filled when a code point is first met."""

    def __missing__(self, code: int) -> str:
        entry = page(code // PAGE)[code % PAGE]
        self[code] = "" if entry == SKIP else _letters(entry)
        return self[code]


_TABLE = _Table()


def fold(text: str) -> str:
    """Return the folded letters and digits of `text`, without what separates words."""
    return text.translate(_TABLE)


def _letters(entry: int) -> str:
    parts = ((entry >> shift) & ((1 << _BITS) - 1) for shift in (0, _BITS, 2 * _BITS))
    return "".join(chr(part) for part in parts if part)


def _entry(code: int) -> int:
    character = chr(code)
    if character in _INVISIBLE or unicodedata.category(character) in {"Mn", "Me"}:
        return SKIP
    if not character.isalnum():
        return 0
    packed = 0
    for place, letter in enumerate(_folded(character)[:3]):
        packed |= ord(letter) << (_BITS * place)
    return packed | (ALONE if any(low <= code <= high for low, high in _WITHOUT_SPACES) else 0)


def _folded(character: str) -> str:
    spelt = "".join(_SPELT_OUT.get(letter, letter) for letter in character.casefold())
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", spelt) if unicodedata.category(letter) not in {"Mn", "Me"}
    )
    kept = "".join(_SPELT_OUT.get(letter, letter) for letter in bare.casefold() if letter.isalnum())
    return kept or character


def alone(character: str) -> bool:
    """Tell whether a character is a word by itself, as in scripts without spaces."""
    code = ord(character)
    return bool(page(code // PAGE)[code % PAGE] & ALONE)
