"""A sample for tests, and its sheet filled in; every text in it is invented."""

import csv
from collections.abc import Callable, Mapping
from io import StringIO

from sourcier.figures.codes import seal
from sourcier.figures.drawn import Drawn, Population, Sample
from sourcier.figures.sheet import Row, Shown, sheet
from sourcier.figures.strata import Stratum
from sourcier.lang.interface import phrases
from tests import factory

LETTERS = "BCDFGHJKLM"


def rows(counts: Mapping[Stratum, int]) -> tuple[Row, ...]:
    """Return so many rows of each stratum."""
    made = []
    for stratum, count in counts.items():
        for place in range(count):
            found = stratum in ("long", "short")
            texts = f"Un texte inventé, {stratum}, {place}.", f"=Un autre ; « inventé », {place}."
            code = f"{stratum[0].upper()}X{LETTERS[place // 10]}{LETTERS[place % 10]}"
            drawn = Drawn(
                code, stratum, f"a{place}", f"b{place}", 30 if found else None, "b" if found else None,
                "full" if found else None, seal(*texts),
            )  # fmt: skip
            made.append((drawn, Shown("Le Phare inventé", "2031-03-04", "Titre", texts[0]), _other(texts[1])))
    return tuple(made)


def _other(text: str) -> Shown:
    return Shown(None, None, None, text)


def sample(counts: Mapping[Stratum, int], pairs: int = 1_000) -> tuple[Sample, tuple[Row, ...]]:
    """Return a sample of strata that have so many pairs each, and its rows."""
    shown = rows(counts)
    populations = {stratum: Population(pairs) for stratum in counts}
    return Sample("BCDF", 1, 500, factory.producer(), populations, tuple(row for row, _, _ in shown)), shown


def coded(sheet_: bytes, answer: Callable[[str], tuple[str, str, str]], lang: str = "en") -> bytes:
    """Fill in a sheet: `answer` gives the three answers of the row of a code."""
    separator = str(phrases(lang).manners["separator"])
    table = list(csv.reader(StringIO(sheet_.decode("utf-8-sig"), newline=""), delimiter=separator))
    head = next(at for at, cells in enumerate(table) if len(cells) > 5)
    for cells in table[head + 1 :]:
        cells[9:12] = answer(cells[0])
    out = StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(table)
    return out.getvalue().encode("utf-8-sig")


def written(made: Sample, shown: tuple[Row, ...], lang: str = "en") -> bytes:
    """Return a sheet as it is written."""
    return b"".join(sheet(made, shown, phrases(lang)))
