"""What the network is told of a form: a pure function of the form, so that it can be kept for forms seen before."""

import re
import zlib
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sourcier.lang.fr.lexicon import FEATURES, Lexicon

BUCKETS = 1 << 15  # rows of the table of character n-grams
_MAPPED = str.maketrans("’‘ʼ“”„«»–—\u00a0\u202f", '\'\'\'"""""--  ')
_PARTS = re.compile(r"[-'./]")
_DIGIT = re.compile(r"\d")
_SHAPES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        r"[A-ZÀ-Þ]",  # begins with a capital
        r"[^a-zß-ÿœ]*[A-ZÀ-ÞŒ][^a-zß-ÿœ]*$",  # no small letter
        r".+[A-ZÀ-ÞŒ]",  # a capital inside
        r".*\d",
        r"[\d.,\s]+$",
        r".+-",
        r".*'",
        r".*\.",
        r"\W+$",
        r".$",
        r"..?.?$",
        r".{10}",
    )
)
_LONGEST = 64  # characters; no French word is half as long
_FLAGS = len(_SHAPES)
_BYTES = (len(FEATURES) + 7) // 8
BITS = _FLAGS + 2 * 8 * _BYTES  # shapes, then what the lexicon says of the form, or of its last part where unknown


@dataclass(frozen=True, slots=True)
class Form:
    """A form as numbers: the word as the table of words has it, rows of the table of n-grams, and bits (0 or 1)."""

    word: str
    grams: npt.NDArray[np.int64]
    bits: npt.NDArray[np.float32]


def mapped(form: str) -> str:
    """Return `form` with the punctuation of the press written as the treebanks write it, character for character."""
    return form.translate(_MAPPED)


def shortened(form: str) -> str:
    """Return `form` without the middle of what is too long to be a word, so that reading it stays cheap."""
    return form if len(form) <= _LONGEST else form[: _LONGEST // 2] + form[-_LONGEST // 2 :]


def described(form: str, lexicon: Lexicon) -> Form:
    """Return what the network is told of `form`."""
    plain = mapped(form)
    word = _DIGIT.sub("0", plain.lower())
    return Form(word, _grams(word), _bits(plain, lexicon))


def _grams(word: str) -> npt.NDArray[np.int64]:
    word = word[:48]
    padded = f"^{word}$"
    names = [f"{len(part)}<{part}" for part in (word[:size] for size in (1, 2, 3, 4)) if len(part) < len(word)]
    names += [f"{size}>{word[-size:]}" for size in (1, 2, 3, 4, 5, 6) if size < len(word)]
    names += [padded[at : at + size] for size in (3, 4) for at in range(max(1, len(padded) - size + 1))]
    names.append(padded)
    return np.array(sorted({zlib.crc32(name.encode("utf-8", "surrogatepass")) % BUCKETS for name in names}), np.int64)


def _bits(plain: str, lexicon: Lexicon) -> npt.NDArray[np.float32]:
    bits = np.zeros(BITS, np.float32)
    bits[:_FLAGS] = [shape.match(plain) is not None for shape in _SHAPES]
    known, part = lexicon.features(plain), 0
    if not known and (last := _PARTS.split(plain)[-1]) != plain:
        part = lexicon.features(last)
    told = known.to_bytes(_BYTES, "little") + part.to_bytes(_BYTES, "little")
    bits[_FLAGS:] = np.unpackbits(np.frombuffer(told, np.uint8), bitorder="little")
    return bits
