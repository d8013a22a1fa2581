"""What the network is told of a form: a pure function of the form, so that it can be kept for forms seen before."""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sourcier.engines.french import shadow
from sourcier.lang.fr.lexicon import FEATURES, Lexicon

BUCKETS = 1 << 15  # rows of the table of character n-grams
_MAPPED = str.maketrans("“”„«»–—\u00a0\u202f", '"""""--  ')  # apostrophes are mapped before
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
_TOLD = 8 * ((len(FEATURES) + 7) // 8)
BITS = _FLAGS + 2 * _TOLD  # shapes, then what the lexicon says of the form, or of its last part where unknown


@dataclass(frozen=True, slots=True)
class Form:
    """A form as numbers: the word as the table of words has it, rows of the table of n-grams, and a set of bits."""

    word: str
    grams: tuple[int, ...]
    bits: int


def plain(form: str) -> str:
    """Return `form` as the network sees it: typography as in the treebanks, the middle of what is too long left out.

    All features are those of the plain form.
    """
    form = shadow.plain(form).translate(_MAPPED)
    return form if len(form) <= _LONGEST else form[: _LONGEST // 2] + form[-_LONGEST // 2 :]


def described(form: str, lexicon: Lexicon) -> Form:
    """Return what the network is told of `form`."""
    form = plain(form)
    word = _DIGIT.sub("0", form.lower())
    return Form(word, _grams(word), _bits(form, lexicon))


def _grams(word: str) -> tuple[int, ...]:
    word = word[:48]
    padded = f"^{word}$"
    names = [f"{len(part)}<{part}" for part in (word[:size] for size in (1, 2, 3, 4)) if len(part) < len(word)]
    names += [f"{size}>{word[-size:]}" for size in (1, 2, 3, 4, 5, 6) if size < len(word)]
    names += [padded[at : at + size] for size in (3, 4) for at in range(max(1, len(padded) - size + 1))]
    names.append(padded)
    return tuple({zlib.crc32(name.encode("utf-8", "surrogatepass")) % BUCKETS for name in names})


def _bits(form: str, lexicon: Lexicon) -> int:
    bits = sum((shape.match(form) is not None) << at for at, shape in enumerate(_SHAPES))
    known, part = lexicon.features(form), 0
    if not known and (last := _PARTS.split(form)[-1]) != form:
        part = lexicon.features(last)
    return bits | known << _FLAGS | part << (_FLAGS + _TOLD)


def unpacked(bits: Sequence[int]) -> npt.NDArray[np.float32]:
    """Return the bits of several forms as rows of 0 and 1."""
    size = (BITS + 7) // 8
    packed = np.frombuffer(b"".join(each.to_bytes(size, "little") for each in bits), np.uint8)
    return np.unpackbits(packed.reshape(-1, size), axis=1, bitorder="little")[:, :BITS].astype(np.float32)
