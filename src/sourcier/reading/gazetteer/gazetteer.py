"""Countries, regions, towns and waters by any of their names, from a file that is mapped (see models/gazetteer).

A name tells all its places; which of them a text means is for a reader to say.
"""

import mmap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path

from sourcier.core.place import Place
from sourcier.reading.gazetteer.spelling import elides, joins, key
from sourcier.reading.gazetteer.table import Table

__all__ = ["Gazetteer", "Named", "Place", "gazetteer", "opened"]

KEPT = 1 << 14  # answers kept for names asked again
LONGEST = 40  # letters; longer words begin no name


@dataclass(frozen=True, slots=True)
class Named:
    """A name found among words: it ends before word `end`."""

    end: int
    places: tuple[Place, ...]


class Gazetteer:
    """A gazetteer over a file that `models.gazetteer.build` wrote."""

    def __init__(self, buffer: bytes | mmap.mmap) -> None:
        """Read from `buffer`: bytes or a mapped file; `SourcierError` where it is no gazetteer, or is cut."""
        self._table = Table(buffer)
        self._find = lru_cache(KEPT)(self._table.find)
        self._begun = lru_cache(KEPT)(self._begin)
        self._place = lru_cache(KEPT)(self._table.place)

    def __len__(self) -> int:
        return self._table.places

    def named(self, form: str) -> tuple[Place, ...]:
        """Return all places of a name in any spelling, countries first, then by population, the unknown last."""
        return self._places(self._find(key(form))[0])

    def longest(self, words: Sequence[str], at: int = 0) -> Named | None:
        """Return the longest name that begins with word `at`; words are tokens, cut at hyphens and apostrophes or not.

        Costs at most as many steps as the longest name has words.
        """
        best, so_far, bound = None, "", True
        for end in range(at, len(words)):
            part, binds, elided = _spelt(words[end])
            if part:
                so_far += part if bound else f" {part}"
                bound = elided
                numbers, goes_on = self._begun(so_far, bound)
                if numbers:
                    best = (end + 1, numbers)
                if not goes_on:
                    break
            elif end == at or not binds:
                break
            else:
                bound = bound or elided
        return Named(best[0], self._places(best[1])) if best else None

    def _begin(self, so_far: str, bound: bool) -> tuple[tuple[int, ...], bool]:
        """The places of a key, and whether a name goes on with another word, or, if `bound`, within the last."""
        numbers, following = self._find(so_far)
        return numbers, following.startswith((so_far if bound else f"{so_far} ").encode("ascii", "replace"))

    def country(self, code: str) -> Place | None:
        """Return a country by its ISO 3166 alpha-2 code."""
        return self._known("of_country", code)

    def capital(self, code: str) -> Place | None:
        """Return the capital of a country by the country's code."""
        return self._known("capitals", code)

    def region(self, code: str) -> Place | None:
        """Return a first-order region by its GeoNames code, which is the `admin` of its towns (« NE.09 »)."""
        return self._known("regions", code)

    def _known(self, table: str, code: str) -> Place | None:
        number = self._table.header[table].get(code)
        return None if number is None else self._place(number)

    def _places(self, numbers: tuple[int, ...]) -> tuple[Place, ...]:
        return tuple(map(self._place, numbers))


@lru_cache(KEPT)
def _spelt(word: str) -> tuple[str, bool, bool]:
    """The key of a token, and whether it only binds others, or elides."""
    return key(word) if len(word) <= LONGEST else "", joins(word), elides(word)


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of the package, opened when first asked."""
    with as_file(files(__package__).joinpath("gazetteer.bin")) as path:
        return opened(path)


def opened(path: Path) -> Gazetteer:
    """Return a gazetteer over a file, mapped; `SourcierError` where it is no gazetteer, or is cut."""
    with path.open("rb") as file:
        empty = not path.stat().st_size  # an empty file cannot be mapped
        return Gazetteer(b"" if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
