"""A time axis: where a moment stands on it, where its ticks are, and where an empty stretch is cut out."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

_DOMINANT = 2 / 3  # of the whole: one empty stretch that long leaves the rest no room
_BRIEF = timedelta(days=3)  # a silence that is never cut out
_BREAKS = 2
_BREAK_WIDTH = 0.08  # of the axis
_MINUTES = (1, 5, 15, 30, 60, 180, 360, 720, 1_440, 2_880, 10_080)
_STEPS = tuple(timedelta(minutes=each) for each in _MINUTES)
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 6_000, 120_000)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of time drawn to scale from `left` to `right`, shares (0..1) of the axis."""

    start: datetime
    end: datetime
    left: float
    right: float

    def place(self, moment: datetime) -> float:
        """Return where a moment stands, as a share of the axis; moments outside stand at the ends."""
        whole = self.end - self.start
        share = (moment - self.start) / whole if whole else 0.5
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Scale:
    """Segments in order; between two of them lies a time in which nothing was published, cut out."""

    segments: tuple[Segment, ...]

    def place(self, moment: datetime) -> float:
        """Return where a moment stands, as a share of the axis."""
        starts = [each.start for each in self.segments]
        return self.segments[max(bisect_right(starts, moment) - 1, 0)].place(moment)

    def gaps(self) -> list[tuple[float, timedelta]]:
        """Return where time is cut out, as shares of the axis, with how much."""
        return [((one.right + two.left) / 2, two.start - one.end) for one, two in pairwise(self.segments)]


def scale(moments: Sequence[datetime]) -> Scale:
    """Return an axis on which all moments stand, at least one; a stretch far longer than the rest is cut out."""
    ordered = sorted(moments)
    cuts = sorted(_cuts(ordered))
    groups = [ordered[start:end] for start, end in pairwise([0, *cuts, len(ordered)])]
    lengths = [max(group[-1] - group[0], timedelta(minutes=1)) for group in groups]
    room = 1 - _BREAK_WIDTH * len(cuts)
    least = 0.15 if cuts else 1.0
    shares = [max(length / sum(lengths, timedelta()), least) for length in lengths]
    segments, left = [], 0.0
    for group, share in zip(groups, shares, strict=True):
        right = left + room * share / sum(shares)
        segments.append(Segment(group[0], group[-1], left, right))
        left = right + _BREAK_WIDTH
    return Scale(tuple(segments))


def _cuts(ordered: Sequence[datetime]) -> list[int]:
    """Return the indices of the moments before which time is cut out."""
    gaps = {index: two - one for index, (one, two) in enumerate(pairwise(ordered), 1)}
    cuts: list[int] = []
    while len(cuts) < _BREAKS and len(gaps) > 1:
        index, longest = max(gaps.items(), key=lambda item: item[1])
        whole = sum(gaps.values(), timedelta())
        if longest <= max(whole * _DOMINANT, _BRIEF) or whole == longest:
            break
        cuts.append(index)
        del gaps[index]
    return cuts


def ticks(segment: Segment, most: int) -> tuple[list[datetime], timedelta]:
    """Return round times inside a segment, `most` at the utmost, and about how long lies between two."""
    whole = segment.end - segment.start
    step = next((each for each in _STEPS if whole / each <= most - 1), None)
    if step is None:
        return _firsts(segment, most)
    origin = datetime(segment.start.year, 1, 1, tzinfo=UTC)
    at = origin - (origin - segment.start) // step * step
    found = []
    while at <= segment.end:
        found.append(at)
        at += step
    return found, step


def _firsts(segment: Segment, most: int) -> tuple[list[datetime], timedelta]:
    """Return first days of months, or of years."""
    first, last = (each.year * 12 + each.month - 1 for each in (segment.start, segment.end))
    step = next(each for each in _MONTHS if (last - first) / each <= most - 1)
    counted = range(-(-first // step) * step, last + 1, step)
    moments = [datetime(each // 12, each % 12 + 1, 1, tzinfo=UTC) for each in counted]
    return [each for each in moments if segment.start <= each <= segment.end], step * timedelta(days=30)
