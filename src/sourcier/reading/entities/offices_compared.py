"""Whether the offices of two sightings speak for one man, or against it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sourcier.core.entity import Reason
from sourcier.reading.entities.offices import ANY, UNKNOWN, Office, Offices

OFFICE = 9.0  # bits: one office of which there is one in a state, or one with that complement
_LIKELY = 5.0  # « le ministre » beside « ministre de la Santé »
_TRADE = 3.0  # the same rank or trade
_FIELD = 1.0  # of the same field, no more
_AT_ONCE = -8.0  # two offices that one man has not at once
_IN_TURN = -3.0  # the same after some time, or when the time is not known
_STRANGE = -10.0  # a footballer and a prefect
_OTHER = -2.0  # a doctor and a trade of no table
SOON = 60  # days within which a man does not go from office to office


@dataclass(frozen=True, slots=True)
class Agreement:
    """`bits` for one man, below 0 against; `certain` where it is one office."""

    bits: float
    certain: bool
    reason: Reason | None


_NONE = Agreement(0.0, certain=False, reason=None)


def agreement(
    left: Iterable[Office], right: Iterable[Office], table: Offices, apart: int | None, *, same_country: bool
) -> Agreement:
    """Return what two sightings' offices say; `apart` is the days between them, None where they are not known.

    What speaks for one man counts before what speaks against: one man has several offices.
    """
    best, worst = _NONE, _NONE
    for one in sorted(left, key=_order):
        for other in sorted(right, key=_order):
            found = _pair(one, other, table, apart, same_country=same_country)
            if found.bits > best.bits:
                best = found
            if found.bits < worst.bits:
                worst = found
    return best if best.bits > _FIELD or worst.bits == 0 else worst


def _pair(one: Office, other: Office, table: Offices, apart: int | None, *, same_country: bool) -> Agreement:
    if one.head == other.head and one.scope != "many":
        return _same_head(one, other, apart, same_country=same_country)
    if one.head == other.head:
        return _agree("trade", one.text, _TRADE)
    if UNKNOWN in (one.field, other.field):
        return _NONE if ANY in (one.field, other.field) else _agree("conflict", f"{one.text} ≠ {other.text}", _OTHER)
    if not table.together(one.field, other.field):
        strange = _IN_TURN if one.former or other.former else _STRANGE
        return _agree("conflict", f"{one.text} ≠ {other.text}", strange)
    if table.full(one, other):
        return _agree("conflict", f"{one.text} ≠ {other.text}", _AT_ONCE if _soon(one, other, apart) else _IN_TURN)
    return _agree("field", one.field, _FIELD) if one.field == other.field else _NONE


def _same_head(one: Office, other: Office, apart: int | None, *, same_country: bool) -> Agreement:
    if one.of and other.of:
        if one.of <= other.of or other.of <= one.of:
            return _agree("office", one.text, OFFICE, certain=True)
        return _agree("conflict", f"{one.text} ≠ {other.text}", _AT_ONCE if _soon(one, other, apart) else _IN_TURN)
    if one.scope == other.scope == "alone":
        return _agree("office", one.text, OFFICE if same_country else _TRADE, certain=same_country)
    return _agree("office", one.text, _LIKELY if same_country else _TRADE)


def _soon(one: Office, other: Office, apart: int | None) -> bool:
    return apart is not None and apart <= SOON and not (one.former or other.former)


def _agree(kind: str, text: str, bits: float, *, certain: bool = False) -> Agreement:
    return Agreement(bits, certain, Reason(kind, text, bits))


def _order(office: Office) -> str:
    return office.text
