"""After how long texts were taken up, as a picture: one bar a span of time, as high as the number of texts."""

from collections.abc import Sequence
from datetime import timedelta

from sourcier.export.html import Html, element, joined

BOUNDS = (
    timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6),
    timedelta(days=1), timedelta(days=3), timedelta(weeks=1),
)  # fmt: skip
"""Where one bar ends and the next begins; the last has no end."""
_BAR, _GAP, _TALL, _TOP, _BELOW = 84, 16, 90, 24, 30


def counts(delays: Sequence[timedelta]) -> list[int]:
    """Return how many delays each bar stands for: up to each bound, and above the last."""
    places = [next((index for index, bound in enumerate(BOUNDS) if each <= bound), len(BOUNDS)) for each in delays]
    return [places.count(index) for index in range(len(BOUNDS) + 1)]


def delays(given: Sequence[timedelta], title: str, description: str, labels: Sequence[str]) -> Html:
    """Return the SVG; `labels` name the bars in order. Each bar has its number above it."""
    counted = counts(given)
    width = len(counted) * (_BAR + _GAP) + _GAP
    height = _TOP + _TALL + _BELOW
    most = max(counted, default=0) or 1
    base = _TOP + _TALL
    named = enumerate(zip(counted, labels, strict=True))
    bars = [_bar(index, count, most, base, label) for index, (count, label) in named]
    return element(
        "svg",
        element("title", title, id="delays-title"),
        element("desc", description, id="delays-desc"),
        element("path", d=f"M{_GAP / 2:g} {base} H{width - _GAP / 2:g}", class_="axis"),
        *bars,
        viewBox=f"0 0 {width} {height}",
        width=str(width), height=str(height), role="img", aria_labelledby="delays-title delays-desc", class_="delays",
    )  # fmt: skip


def _bar(index: int, count: int, most: int, base: int, label: str) -> Html:
    left = _GAP + index * (_BAR + _GAP)
    middle = str(left + _BAR // 2)
    tall = round(_TALL * count / most)
    shape = element("rect", x=str(left), y=str(base - tall), width=str(_BAR), height=str(tall), class_="bar", rx="2")
    number = element("text", str(count), x=middle, y=str(base - tall - 6), class_="count", text_anchor="middle")
    name = element("text", label, x=middle, y=str(base + 20), class_="tick", text_anchor="middle")
    return joined([shape, number, name] if count else [name])
