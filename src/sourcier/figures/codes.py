"""Names of rows and samples that no spreadsheet takes for a number, a date or a word."""

import hashlib
from collections.abc import Iterator
from random import Random

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels: no months, no TRUE, no 1E5


def codes(random: Random, length: int = 4) -> Iterator[str]:
    """Yield codes, none of them twice."""
    met: set[str] = set()
    while True:
        code = "".join(random.choice(_LETTERS) for _ in range(length))
        if code not in met:
            met.add(code)
            yield code


def seal(a: str, b: str) -> str:
    """Return what two excerpts are known by: their plain letters and digits, which no encoding changes."""
    plain = "".join(each for each in f"{a[:600]}{b[:600]}" if each.isascii() and each.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()[:8]
