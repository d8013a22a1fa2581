"""A time axis drawn: its line, its ticks with what stands above them, and the places where time is cut out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sourcier.export.html import Html, element
from sourcier.web.pictures.letters import width
from sourcier.web.pictures.scale import Scale, Segment, ticks

_SIZE = 12  # of the letters, as story.css says
_SPACE = 10  # between two labels
_BEYOND = 24  # the axis, where a label may end
_AWAY = 40  # from its tick, at which a label may begin at most
_EACH = 95  # of the axis, for a tick
_DAYS, _HOURS, _CUTS = -24, -8, 20  # lines of labels, from the axis


@dataclass(frozen=True, slots=True)
class Words:
    """What an axis says: `tick` writes a time given the step of the axis, `gap` a time cut out of it.

    `tick` is told whether it is the first of its stretch, and returns what stands at it, and the day or year above it.
    """

    tick: Callable[[datetime, timedelta, bool], tuple[str, str]]
    gap: Callable[[timedelta], str]


@dataclass(frozen=True, slots=True)
class Across:
    """Where the axis stands in the picture: from `left` to `right`, at the height `top`, ticks down to `bottom`."""

    left: float
    right: float
    top: float
    bottom: float

    def at(self, share: float) -> float:
        """Return where a share of the axis stands."""
        return self.left + share * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class _Label:
    """A text that belongs to the place `x`, and begins at `left`."""

    text: str
    x: float
    left: float
    bold: bool = False

    @property
    def right(self) -> float:
        return self.left + width(self.text, _SIZE, bold=self.bold)


def axis(scale: Scale, across: Across, words: Words) -> Iterator[Html]:
    """Yield the parts of the axis; no label reaches into another."""
    yield element("path", d=f"M{across.left:.1f} {across.top:.1f} H{across.right:.1f}", class_="axis")
    days: list[_Label] = []
    hours: list[_Label] = []
    for segment in scale.segments:
        for number, (moment, step) in enumerate(_moments(segment, across)):
            x = across.at(segment.place(moment))
            yield element("path", d=f"M{x:.1f} {across.top:.1f} V{across.bottom:.1f}", class_="grid")
            upper, lower = words.tick(moment, step, number == 0)
            days += [_from(lower, x, across)] if lower else []
            hours += [_centred(upper, x, across)] if upper else []
    cuts = []
    for share, length in scale.gaps():
        x = across.at(share)
        yield element("path", d=f"M{x - 7:.1f} {across.top + 6:.1f} l5 -12 m4 12 l5 -12", class_="break")
        cuts.append(_centred(words.gap(length), x, across))
    for line, kind, labels in ((_DAYS, "tick day", days), (_HOURS, "tick", hours), (_CUTS, "tick cut", cuts)):
        yield from _written(_apart(labels, across.right + _BEYOND), across.top + line, kind)


def _moments(segment: Segment, across: Across) -> list[tuple[datetime, timedelta]]:
    room = across.at(segment.right) - across.at(segment.left)
    moments, step = ticks(segment, max(2, round(room / _EACH)))
    return [(each, step) for each in moments or [segment.start]]


def _from(text: str, x: float, across: Across) -> _Label:
    """Return a bold label that begins at its place, but for one that would end far beyond the axis."""
    return _Label(text, x, min(x - _SPACE, across.right + _BEYOND - width(text, _SIZE, bold=True)), bold=True)


def _centred(text: str, x: float, across: Across) -> _Label:
    """Return a label in the middle of its place, but for one that would end far beyond the axis."""
    wide = width(text, _SIZE)
    return _Label(text, x, min(x - wide / 2, across.right + _BEYOND - wide))


def _apart(labels: list[_Label], end: float) -> list[_Label]:
    """Return the labels that fit, from left to right; a bold one that would begin inside another is moved a little."""
    kept: list[_Label] = []
    for label in labels:
        least = kept[-1].right + _SPACE if kept else label.left
        if label.left >= least:
            kept.append(label)
        elif label.bold and least <= label.x + _AWAY and (moved := replace(label, left=least)).right <= end:
            kept.append(moved)
    return kept


def _written(labels: list[_Label], y: float, kind: str) -> Iterator[Html]:
    for label in labels:
        yield element("text", label.text, x=f"{label.left:.1f}", y=f"{y:.1f}", class_=kind)
