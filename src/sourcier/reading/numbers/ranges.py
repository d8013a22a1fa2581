"""Two numbers that are one: « entre 100 et 200 », « de 3 à 5 », « 25 à 30 », « deux ou trois »."""

from dataclasses import replace

from sourcier.reading.numbers.amount import Amount, shared_scale
from sourcier.reading.numbers.amounts import amount
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.words import Words

_FAR = 9  # tokens that a verb of change may stand before « de 5 à 7 »
_FORMS = {"plain", "one", "collective"}


def ranged(words: Words, first: Amount, table: Quantities) -> Amount:
    """Return the range that an amount opens, the amount itself where it opens none."""
    if first.form not in _FORMS or first.value_max is not None:
        return first
    start, joins = _opened(words, first, table)
    if start < first.start and joins == "from" and _changes(words, start, table):
        return first
    join = _after_unit(words, first, table)
    if not _joined(words, join, joins, table):
        return first
    second = amount(words, join + 1, table) if words.is_open(join + 1) else None
    if second is None or second.form not in _FORMS or (second.form == "one" and joins != "between"):
        return first
    first = shared_scale(first, second)
    if first.value >= second.value:
        return first
    return replace(
        second, start=start, form="plain", value=first.value, value_max=second.value, bound="range", scale=second.scale
    )


def _opened(words: Words, first: Amount, table: Quantities) -> tuple[int, str]:
    before = words.form(first.start - 1)
    if table.within("ranges.between", before):
        return first.start - 1, "between"
    if table.within("ranges.from", before) and table.within("ranges.to", words.form(_after_unit(words, first, table))):
        return first.start - 1, "from"
    return first.start, "plain"


def _joined(words: Words, at: int, joins: str, table: Quantities) -> bool:
    form = words.form(at)
    if joins == "between":
        return table.within("ranges.between_joins", form)
    return table.within("ranges.to", form) or table.within("ranges.or", form)


def _after_unit(words: Words, first: Amount, table: Quantities) -> int:
    """Return where the joining word may stand: after a unit that both numbers have (« entre 10 km et 20 km »)."""
    unit = table.units.at(words.forms, first.stop)
    if unit is None:
        return first.stop
    second = amount(words, unit[0] + 1, table)
    after = table.units.at(words.forms, second.stop) if second else None
    return unit[0] if after and after[1] == unit[1] else first.stop


def _changes(words: Words, start: int, table: Quantities) -> bool:
    return any(
        table.within("ranges.changes", words.lemma(at)) or table.within("ranges.changes", words.form(at))
        for at in range(max(0, start - _FAR), start)
    )
