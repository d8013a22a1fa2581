"""Cardinal numbers, in figures or spelt: « 2 000 », « trente-huit », « 1,5 milliard », « deux cent mille »."""

from dataclasses import dataclass

from sourcier.reading.numbers.figures import figure, in_figures
from sourcier.reading.numbers.quantities import Quantities
from sourcier.reading.numbers.words import Words

_HUNDRED, _THOUSAND = 100, 1000
_SCORE = 20
_TEENS_AFTER = frozenset({60, 80})  # soixante-dix, quatre-vingt-dix


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
    return _Spelt(table).read(words, at)


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
    return _halved(words, Cardinal(stop, value * scale, scale, figures=True), table)


def _halved(words: Words, found: Cardinal, table: Quantities) -> Cardinal:
    """Add the half of « deux millions et demi »."""
    half = table.phrases["half"].at(words.forms, found.stop) if found.scale > _THOUSAND else None
    return Cardinal(half[0], found.value + found.scale / 2, found.scale, found.figures) if half else found


class _Spelt:
    """Adds up the words of one number; `group` is what stands below the next multiplier."""

    def __init__(self, table: Quantities) -> None:
        self._table = table
        self._total = 0.0
        self._group = 0.0
        self._last_scale = float("inf")
        self._scale = 1.0

    def read(self, words: Words, at: int) -> Cardinal | None:
        stop = at
        while words.is_open(stop) and self._takes_token(words, stop):
            stop += 1
        if stop == at:
            return None
        if self._joins(words.form(stop - 1)):
            stop -= 1
        found = Cardinal(stop, self._total + self._group, self._scale, figures=False)
        return _halved(words, found, self._table)

    def _takes_token(self, words: Words, at: int) -> bool:
        form = words.form(at)
        if self._joins(form):
            return self._group > 1 and self._group % 10 == 0 and self._adds_after_and(words.form(at + 1))
        before = self._total, self._group, self._last_scale, self._scale
        for part in form.split("-"):
            if not (self._joins(part) and self._group) and not self._takes(part):
                self._total, self._group, self._last_scale, self._scale = before
                return False
        return True

    def _joins(self, form: str) -> bool:
        return self._table.within("numerals.inside", form)

    def _adds_after_and(self, form: str) -> bool:
        """« vingt et un », « soixante et onze », and nothing else after « et »."""
        value = self._table.words.get(form)
        return value == 1 or (value == 11 and self._group % _HUNDRED == 60)

    def _takes(self, part: str) -> bool:
        scales = self._table.tables["numerals.multipliers"]
        if part in scales:
            return self._multiply(scales[part])
        value = self._table.words.get(part)
        if value is None:
            return False
        if value == _HUNDRED:
            return self._hundred()
        return self._add(value)

    def _multiply(self, scale: float) -> bool:
        if self._group == 0 and self._total and self._last_scale < scale:
            self._total *= scale  # mille milliards
        elif scale >= self._last_scale or (self._group == 0 and scale > _THOUSAND):
            return False
        else:
            self._total += (self._group or 1) * scale
            self._group = 0
        self._last_scale = self._scale = scale
        return True

    def _hundred(self) -> bool:
        if self._group >= _SCORE:
            return False
        self._group = (self._group or 1) * _HUNDRED
        self._scale = 1
        return True

    def _add(self, value: int) -> bool:
        rest = self._group % _HUNDRED
        if rest == 4 and value == _SCORE:
            self._group += 4 * _SCORE - 4  # quatre-vingt
        elif rest == 0 or (rest % 10 == 0 and value < (_SCORE if rest in _TEENS_AFTER else 10) and rest >= _SCORE):
            self._group += value
        elif rest in {10, 70, 90} and 6 < value < 10:
            self._group += value  # dix-sept
        else:
            return False
        self._scale = 1
        return True
