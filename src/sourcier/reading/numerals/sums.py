"""Adds up the words of a number one after the other: deux, cent, mille, vingt, quatre are 200 024."""

from dataclasses import dataclass, replace
from math import inf

_HUNDRED, _THOUSAND = 100, 1000
_SCORE = 20
_TEENS_AFTER = frozenset({60, 80})  # soixante-dix, quatre-vingt-dix


@dataclass(frozen=True, slots=True)
class Sum:
    """A number so far: `total` and, below the next multiplier, `group`; a sum without words is 0.

    `scale` is its last multiplier, 1 where something stands below that, `least` the least one that it has.
    """

    total: float = 0.0
    group: float = 0.0
    scale: float = 1.0
    least: float = inf

    @property
    def value(self) -> float:
        """What the words are worth."""
        return self.total + self.group

    def plus(self, value: int) -> "Sum | None":
        """Return the number with a word of its value, up to a hundred, behind it; None where it would be no number."""
        group = self._hundreds() if value == _HUNDRED else self._units(value)
        return None if group is None else replace(self, group=group, scale=1.0)

    def times(self, scale: float) -> "Sum | None":
        """Return the number with a multiplier, of a thousand or more, behind it; None where it would be no number."""
        if not self.group and self.total and self.least < scale:
            total = self.total * scale  # mille milliards
        elif scale >= self.least or (not self.group and scale > _THOUSAND):
            return None
        else:
            total = self.total + (self.group or 1) * scale
        return Sum(total, 0.0, scale, scale)

    def _hundreds(self) -> float | None:
        return (self.group or 1) * _HUNDRED if self.group < _SCORE else None

    def _units(self, value: int) -> float | None:
        rest = self.group % _HUNDRED
        if rest == 4 and value == _SCORE:
            return self.group + 4 * _SCORE - 4  # quatre-vingt
        most = _SCORE if rest in _TEENS_AFTER else 10
        round_ = rest >= _SCORE and rest % 10 == 0 and value < most
        ten = rest in {10, 70, 90} and 6 < value < 10  # dix-sept
        return self.group + value if rest == 0 or round_ or ten else None
