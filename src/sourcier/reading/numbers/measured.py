"""A number with its unit: money, a measure, a length of time or an age, per cent."""

from dataclasses import replace

from sourcier.core.number import NumberKind
from sourcier.reading.numbers.ages import an_age
from sourcier.reading.numbers.amount import Amount
from sourcier.reading.numbers.bounds import bounded, with_bound_after
from sourcier.reading.numbers.draft import Draft, Found
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.refused import minutes_of_a_clock, refused, tells_a_date
from sourcier.reading.numbers.shares import share
from sourcier.reading.numbers.units import Unit, of_unit, unit_at
from sourcier.reading.numbers.words import Words


def measured(words: Words, found: Amount, table: Quantities) -> Found | None:
    """Read a number that has a unit, None where it has none."""
    unit = unit_at(words, found, table)
    if unit is None:
        return None
    beyond = minutes_of_a_clock(words, found, unit.start, unit.stop, table)
    if beyond:
        return beyond, None
    whole = bounded(words, found, table)
    article = found.form in {"one", "none"} and whole.bound == "exact"
    if article or (unit.name != "%" and refused(words, whole, table, followed=True)):
        return unit.stop, None
    if unit.name == "%":
        return share(words, whole, unit.stop, unit.name, table)
    return _of_unit(words, replace(whole, value=unit.value), unit, table)


def _of_unit(words: Words, found: Amount, unit: Unit, table: Quantities) -> Found:
    what = of_unit(words, unit.stop, table)
    stop = what.stop if what else unit.stop
    kind: NumberKind = unit.kind
    if kind == "duration":
        if any(tells_a_date(words, found.start, end, table) for end in (unit.stop, unit.start - 1)):
            return unit.stop, None
        if an_age(words, found.start, unit.stop, unit.name, table):
            kind, what, stop = "age", None, unit.stop
    said = words.written(what.first, what.stop) if what else None
    draft = Draft(words, found.start, stop, kind, found.value, found.value_max, found.bound, said, unit=unit.name)
    return stop, with_bound_after(draft, table)
