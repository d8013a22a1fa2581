"""Numbers in words: whatever a number is, what is written of it is read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.reading.numbers.cardinals import cardinal
from sourcier.reading.numbers.ordinals import ordinal
from sourcier.reading.numbers.quantities import Quantities, quantities
from sourcier.reading.numbers.words import words
from tests.reading.numbers.factory import analysis

UNITS = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
).split()
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
SCALES = ((10**9, "milliard"), (10**6, "million"))


def table() -> Quantities:
    found = quantities("fr")
    assert found is not None
    return found


def below_hundred(value: int) -> str:
    if value < 20:
        return UNITS[value]
    tens = max(ten for ten in TENS if ten <= value)
    rest = value - tens
    if rest == 0:
        return "quatre-vingts" if value == 80 else TENS[tens]
    joint = " et " if rest in {1, 11} and tens != 80 else "-"
    return f"{TENS[tens]}{joint}{UNITS[rest]}"


def below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    said = "" if not hundreds else "cent" if hundreds == 1 else f"{UNITS[hundreds]} cent{'s' if not rest else ''}"
    return " ".join(filter(None, (said, below_hundred(rest) if rest or not hundreds else "")))


def spelt(value: int) -> str:
    parts = []
    for scale, name in SCALES:
        times, value = divmod(value, scale)
        if times:
            parts.append(f"{below_thousand(times)} {name}{'s' if times > 1 else ''}")
    thousands, value = divmod(value, 1000)
    if thousands:
        parts.append("mille" if thousands == 1 else f"{below_thousand(thousands)} mille")
    if value or not parts:
        parts.append(below_thousand(value))
    return " ".join(parts)


def read(text: str) -> tuple[float, int] | None:
    each = analysis(text)
    forms = [each.form(at) for at in range(len(each.tokens))]
    found = cardinal(words(each, each.sentences[0], forms, []), 0, table())
    return (found.value, found.stop) if found else None


@given(st.integers(0, 10**12 - 1))
def test_what_is_spelt_is_read_back(value: int) -> None:
    said = spelt(value)
    assert read(said) == (value, len(said.split()))


@pytest.mark.parametrize("value", range(100))
def test_every_number_below_a_hundred(value: int) -> None:
    assert read(spelt(value)) == (value, len(spelt(value).split()))


@pytest.mark.parametrize(
    ("text", "value", "tokens"),
    [
        ("deux trois", 2, 1),
        ("vingt et des", 20, 1),
        ("1,5 milliard de", 1.5e9, 2),
        ("2 mille", 2000, 2),
        ("12 et demi", 12, 1),
        ("mille milliards", 1e12, 2),
        ("10,000 hommes", 10_000, 1),
        ("10,250 kg", 10.25, 1),
    ],
)
def test_where_a_number_stops(text: str, value: float, tokens: int) -> None:
    assert read(text) == (value, tokens)


@pytest.mark.parametrize("text", ["12/03", "3-1", "2e", "et", "homme", "28-Septembre"])
def test_what_is_no_cardinal(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("form", "rank"),
    [
        ("7e", 7),
        ("3ème", 3),
        ("1er", 1),
        ("première", 1),
        ("deuxième", 2),
        ("quatrième", 4),
        ("cinquième", 5),
        ("neuvième", 9),
        ("dix-septième", 17),
        ("vingt-et-unième", 21),
        ("soixante-sixième", 66),
        ("quatre-vingt-dixième", 90),
        ("centième", 100),
        ("troisièmes", 3),
    ],
)
def test_ordinals(form: str, rank: int) -> None:
    assert ordinal(form, table()) == rank


@pytest.mark.parametrize("form", ["ème", "problème", "système", "7x", "sixte", ""])
def test_what_is_no_ordinal(form: str) -> None:
    assert ordinal(form, table()) is None
