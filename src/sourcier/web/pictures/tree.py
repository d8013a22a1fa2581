"""The lineage of a story as a picture: texts on a time axis, and lines from a text to those that come from it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sourcier.export.html import Html, element, joined
from sourcier.web.pictures.layout import Lane, Node, Tie, lanes, mains
from sourcier.web.pictures.scale import Scale, Segment, ticks

_WIDTH, _LABELS, _TOP = 1_120, 360, 46  # labels stand to the right of the last node
_LEFT, _UNDATED = 20, 110  # the zone of what has no date
_NAME, _LINE, _PAD = 20, 16, 16
_RADIUS, _CURVE = 6, 10
_LETTERS = 44  # of a name, that fit where labels stand
_TICKS = 7
CROWDED = 12
"""Texts of which each has all its lines; of more, each has only the line to its main source."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the picture says: `tick` writes a time given the step of the axis, `gap` a time cut out of it."""

    title: str
    description: str
    undated: str
    tick: Callable[[datetime, timedelta, bool], tuple[str, str]]
    gap: Callable[[timedelta], str]


def tree(nodes: Sequence[Node], ties: Sequence[Tie], words: Words) -> Html:
    """Return the SVG, which looks as the classes in story.css say; every name is a link where its node has one."""
    placed, axis = lanes(nodes, ties)
    left = _LEFT + (_UNDATED if any(lane.x is None for lane in placed) else 0)
    right = _WIDTH - _LABELS
    spots: dict[str, tuple[float, float]] = {}
    y = float(_TOP + _PAD)
    for lane in placed:
        x = _LEFT + 12 if lane.x is None else left + 12 + lane.x * (right - left - 12)
        spots[lane.node.id] = (x, y + _NAME / 2)
        y += _height(lane.node)
    height = round(y + 6)
    drawn = [tie for tie in ties if tie.source in spots and tie.derived in spots]
    main = mains(drawn)
    if len(nodes) > CROWDED:
        drawn = list(main.values())
    across = _Across(left + 12, right)
    return element(
        "svg",
        element("title", words.title, id="tree-title"),
        element("desc", words.description, id="tree-desc"),
        _arrow(),
        *(_axis(axis, across, height, words) if axis else ()),
        *(_undated_zone(left, height, words) if left > _LEFT else ()),
        *(_line(tie, spots, main=main[tie.derived] is tie) for tie in drawn),
        *(_text(lane, spots[lane.node.id], across) for lane in placed),
        viewBox=f"0 0 {_WIDTH} {height}",
        width=str(_WIDTH), height=str(height), role="group", aria_labelledby="tree-title", aria_describedby="tree-desc",
        class_="tree",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Across:
    """The time axis in the picture's units."""

    left: float
    right: float

    def at(self, share: float) -> float:
        return self.left + share * (self.right - self.left)


def _height(node: Node) -> int:
    return _NAME + _LINE * len(node.lines) + _PAD


def _arrow() -> Html:
    shape = element("path", d="M0 0 L8 4 L0 8 z", class_="head")
    return element(
        "defs",
        element(
            "marker", shape, id="arrow", viewBox="0 0 8 8", refX="7", refY="4", markerWidth="8", markerHeight="8",
            orient="auto", markerUnits="userSpaceOnUse",
        ),
    )  # fmt: skip


def _axis(axis: Scale, across: _Across, height: int, words: Words) -> Iterator[Html]:
    yield _segment("axis", across.left, _TOP, across.right, _TOP)
    for segment in axis.segments:
        yield from _ticks(segment, across, height, words, alone=len(axis.segments) == 1)
    for share, length in axis.gaps():
        x = across.at(share)
        yield element("path", d=f"M{_n(x - 7)} {_TOP + 6} l5 -12 m4 12 l5 -12", class_="break")
        yield element("text", words.gap(length), x=_n(x), y=str(_TOP + 20), class_="tick", text_anchor="middle")


def _ticks(segment: Segment, across: _Across, height: int, words: Words, *, alone: bool) -> Iterator[Html]:
    most = _TICKS if alone else max(2, round(_TICKS * (segment.right - segment.left)))
    moments, step = ticks(segment, most)
    if not moments:
        moments = [segment.start]
    for number, moment in enumerate(moments):
        x = across.at(segment.place(moment))
        upper, lower = words.tick(moment, step, number == 0)
        yield _segment("grid", x, _TOP, x, height)
        if lower:  # the first would begin outside
            place = {"x": _n(x - 12), "text_anchor": "start"} if number == 0 else {"x": _n(x), "text_anchor": "middle"}
            yield element("text", lower, y=str(_TOP - 24), class_="tick day", **place)
        if upper:
            yield element("text", upper, x=_n(x), y=str(_TOP - 8), class_="tick", text_anchor="middle")


def _undated_zone(left: int, height: int, words: Words) -> Iterator[Html]:
    yield element(
        "rect", x="0", y=str(_TOP - 20), width=_n(left - 8), height=_n(height - _TOP + 20), class_="undated", rx="6"
    )
    yield element("text", words.undated, x=_n((left - 8) / 2), y=str(_TOP - 4), class_="tick", text_anchor="middle")


def _line(tie: Tie, spots: dict[str, tuple[float, float]], *, main: bool) -> Html:
    """Return the line: from the main source down, then across to the text; from another to its upper or lower side."""
    (x, y), (to_x, to_y) = spots[tie.source], spots[tie.derived]
    sign = 1 if to_y > y else -1
    end = to_x - _RADIUS - 2
    if not main:
        end, middle = to_y - sign * (_RADIUS + 2), (y + to_y) / 2
        path = f"M{_n(x)} {_n(y)} C{_n(x)} {_n(middle)} {_n(to_x)} {_n(middle)} {_n(to_x)} {_n(end)}"
    elif end - x > _CURVE:
        bend = to_y - sign * _CURVE
        path = f"M{_n(x)} {_n(y)} V{_n(bend)} Q{_n(x)} {_n(to_y)} {_n(x + _CURVE)} {_n(to_y)} H{_n(end)}"
    else:  # at the same time, or before it: around the left
        out = min(x, to_x) - 3 * _CURVE
        path = f"M{_n(x)} {_n(y)} C{_n(out)} {_n(y)} {_n(out)} {_n(to_y)} {_n(end)} {_n(to_y)}"
    credit = " credited" if tie.credited else ""
    head = None if tie.kind == "unknown" else "url(#arrow)"
    return element("path", element("title", tie.title), d=path, class_=f"tie {tie.kind}{credit}", marker_end=head)


def _text(lane: Lane, spot: tuple[float, float], across: _Across) -> Html:
    node, (x, y) = lane.node, spot
    cut = node.name if len(node.name) <= _LETTERS else node.name[: _LETTERS - 1].rstrip() + "…"
    start, told = _n(x + _RADIUS + 8), element("title", node.title, lang=node.language)
    name = element("text", told, cut, x=start, y=_n(y + 5), class_="name", lang=node.language)
    named = element("a", name, href=node.link) if node.link else name
    lines = [
        element("text", line, x=start, y=_n(y + 5 + _LINE * number), class_="small")
        for number, line in enumerate(node.lines, 1)
    ]
    mark = element("circle", told, cx=_n(x), cy=_n(y), r=str(_RADIUS), class_=f"node {node.kind}")
    end = across.at(lane.whisker) if lane.whisker is not None else x
    above = y - _RADIUS - 3
    whisker = [_segment("whisker", x, above, end, above)] if end - x > _RADIUS else []
    return joined([*whisker, mark, named, *lines])


def _segment(kind: str, x: float, y: float, to_x: float, to_y: float) -> Html:
    return element("path", d=f"M{_n(x)} {_n(y)} L{_n(to_x)} {_n(to_y)}", class_=kind)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
