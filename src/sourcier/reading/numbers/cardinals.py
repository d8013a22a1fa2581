"""Cardinal numbers, in figures or spelt: « 2 000 », « trente-huit », « 1,5 milliard », « deux cent mille »."""

from dataclasses import dataclass

from sourcier.reading.numbers.figures import figure, in_figures
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.words import Words
from sourcier.reading.numerals.sums import Sum

_HUNDRED, _THOUSAND = 100, 1000


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A cardinal up to token `stop`; `scale` is the last multiplier of it, 1 for none."""

    stop: int
    value: float
    scale: float
    figures: bool


def cardinal(words: Words, at: int, table: Quantities) -> Cardinal | None:
    """Return the cardinal that begins at a token, None where none does; « un » alone is 1."""
    form = words.form(at)
    if form in table.tables["numerals.half_of"]:
        value = table.tables["numerals.half_of"][form]
        return Cardinal(at + 1, value, value, figures=False)
    if in_figures(form):
        return _of_figures(words, at, table)
    return _spelt(words, at, table)


def _of_figures(words: Words, at: int, table: Quantities) -> Cardinal | None:
    scales = table.tables["numerals.multipliers"]
    scaled = words.form(at + 1) in scales and words.is_open(at + 1)
    unit = table.units.at(words.forms, at + 1)
    measured = scaled or (unit is not None and table.kinds[unit[1]] in {"measure", "share"})
    value = figure(words.form(at), whole=not measured)
    if value is None:
        return None
    scale, stop = 1.0, at + 1
    while words.form(stop) in scales and words.is_open(stop):
        scale *= scales[words.form(stop)]
        stop += 1
    return _halved(words, _added(words, Cardinal(stop, value * scale, scale, figures=True), table), table)


def _added(words: Words, found: Cardinal, table: Quantities) -> Cardinal:
    """Add what goes on by a smaller multiplier: « 3 milliards 200 millions »."""
    if found.scale <= _THOUSAND or not words.is_open(found.stop) or not in_figures(words.form(found.stop)):
        return found
    more = _of_figures(words, found.stop, table)
    if more is None or not 1 < more.scale < found.scale or more.value >= found.scale:
        return found
    return Cardinal(more.stop, found.value + more.value, more.scale, figures=True)


def _halved(words: Words, found: Cardinal, table: Quantities) -> Cardinal:
    """Add the half of « deux millions et demi »."""
    half = table.phrases["half"].at(words.forms, found.stop) if found.scale > _THOUSAND else None
    return Cardinal(half[0], found.value + found.scale / 2, found.scale, found.figures) if half else found


def _spelt(words: Words, at: int, table: Quantities) -> Cardinal | None:
    so_far, stop = Sum(), at
    while words.is_open(stop) and (more := _with(so_far, words, stop, table)):
        so_far, stop = more, stop + 1
    if stop == at:
        return None
    if _joins(words.form(stop - 1), table):
        stop -= 1
    return _halved(words, Cardinal(stop, so_far.value, so_far.scale, figures=False), table)


def _with(so_far: Sum, words: Words, at: int, table: Quantities) -> Sum | None:
    """A number with one more token, None where the token is not of it."""
    form = words.form(at)
    if _joins(form, table):
        return so_far if _goes_on(so_far, words.form(at + 1), table) else None
    scales, more = table.tables["numerals.multipliers"], so_far
    for part in form.split("-"):
        if more.group and _joins(part, table):
            continue
        value = table.words.get(part)
        added = more.times(scales[part]) if part in scales else more.plus(value) if value is not None else None
        if added is None:
            return None
        more = added
    return more


def _joins(form: str, table: Quantities) -> bool:
    return table.within("numerals.inside", form)


def _goes_on(so_far: Sum, form: str, table: Quantities) -> bool:
    """« vingt et un », « soixante et onze », and nothing else after « et »."""
    value = table.words.get(form)
    tens = so_far.group > 1 and so_far.group % 10 == 0
    return tens and (value == 1 or (value == 11 and so_far.group % _HUNDRED == 60))
