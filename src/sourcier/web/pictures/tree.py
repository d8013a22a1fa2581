"""The lineage of a story as a picture: texts on a time axis, and lines from a text to those that come from it.

What is said of a text stands in a column of its own, where no line goes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sourcier.export.html import Html, element, joined
from sourcier.web.pictures import axis
from sourcier.web.pictures.axis import Across
from sourcier.web.pictures.layout import Lane, Node, Tie, lanes, mains
from sourcier.web.pictures.letters import cut, lines

_WIDTH, _TOP = 1_040, 46
_WORDS = 360  # the column of words
_LEFT, _RIGHT = _WORDS + 36.0, _WIDTH - 30.0  # the time axis
_UNDATED = 110  # the zone of what has no date
_NOWHEN = _LEFT + 41.0  # where it stands
_CUTS = 18  # the line that says how much time is cut out
_NAME, _LINE, _PAD = 20, 16, 16
_RADIUS, _CURVE = 6, 10
_LETTERS, _SMALL = 40, 50  # of a name, and of a line under it, that fit into their column
CROWDED = 12
"""Texts of which each has all its lines; of more, each has only the line to its main source."""
_Spots = dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Words:
    """What the picture says."""

    title: str
    description: str
    undated: str
    axis: axis.Words


def tree(nodes: Sequence[Node], ties: Sequence[Tie], words: Words) -> Html:
    """Return the SVG, which looks as the classes in story.css say; every name is a link where its node has one."""
    placed, scale = lanes(nodes, ties)
    zone = any(lane.x is None for lane in placed)
    left = _LEFT + (_UNDATED if zone else 0)
    y = _TOP + (_CUTS if scale and scale.gaps() else 0) + 4.0
    spots: _Spots = {}
    told: list[tuple[Lane, list[str], float]] = []
    for lane in placed:
        small = [line for given in lane.node.lines for line in lines(given, _SMALL)]
        x = _NOWHEN if lane.x is None else left + lane.x * (_RIGHT - left)
        spots[lane.node.id] = (x, y + _PAD / 2 + _NAME / 2)
        told.append((lane, small, y))
        y += _NAME + _LINE * len(small) + _PAD
    across = Across(left, _RIGHT, _TOP, y)
    return element(
        "svg",
        element("title", words.title, id="tree-title"),
        element("desc", words.description, id="tree-desc"),
        _arrow(),
        *(_band(top, small) for number, (_, small, top) in enumerate(told) if number % 2),
        *(_undated_zone(y, words) if zone else ()),
        *(axis.axis(scale, across, words.axis) if scale else ()),
        *_lines(ties, spots, few=len(nodes) <= CROWDED),
        *(_mark(lane, spots[lane.node.id], across) for lane, _, _ in told),
        *(_told(lane.node, small, spots[lane.node.id][1]) for lane, small, _ in told),
        viewBox=f"0 0 {_WIDTH} {round(y + 6)}", width=str(_WIDTH), height=str(round(y + 6)),
        role="group", aria_labelledby="tree-title", aria_describedby="tree-desc", class_="tree",
    )  # fmt: skip


def _arrow() -> Html:
    shape = element("path", d="M0 0 L8 4 L0 8 z", class_="head")
    return element(
        "defs",
        element(
            "marker", shape, id="arrow", viewBox="0 0 8 8", refX="7", refY="4", markerWidth="8", markerHeight="8",
            orient="auto", markerUnits="userSpaceOnUse",
        ),
    )  # fmt: skip


def _band(top: float, small: Sequence[str]) -> Html:
    """Return what leads the eye from words to their node."""
    height = _NAME + _LINE * len(small) + _PAD
    return element("rect", x="0", y=_n(top), width=str(_WIDTH), height=_n(height), class_="band")


def _undated_zone(bottom: float, words: Words) -> Iterator[Html]:
    x = _LEFT + _UNDATED - 22
    yield element("path", d=f"M{_n(x)} {_TOP - 20} V{_n(bottom)}", class_="undated")
    yield element("text", words.undated, x=_n(x - 8), y=str(_TOP - 8), class_="tick", text_anchor="end")


def _lines(ties: Sequence[Tie], spots: _Spots, *, few: bool) -> Iterator[Html]:
    drawn = [tie for tie in ties if tie.source in spots and tie.derived in spots]
    main = mains(drawn)
    for tie in drawn if few else main.values():
        yield _line(tie, spots[tie.source], spots[tie.derived], main=main[tie.derived] is tie)


def _line(tie: Tie, source: tuple[float, float], derived: tuple[float, float], *, main: bool) -> Html:
    """Return the line: from the main source down, then across to the text; from another to its upper or lower side."""
    (x, y), (to_x, to_y) = source, derived
    sign = 1 if to_y > y else -1
    end = to_x - _RADIUS - 2
    if not main:
        end, middle = to_y - sign * (_RADIUS + 2), (y + to_y) / 2
        path = f"M{_n(x)} {_n(y)} C{_n(x)} {_n(middle)} {_n(to_x)} {_n(middle)} {_n(to_x)} {_n(end)}"
    elif end - x > 3 * _CURVE:
        down = x + _CURVE if x == _NOWHEN else x  # past others without a date
        bend = to_y - sign * _CURVE
        path = (
            f"M{_n(x)} {_n(y)} H{_n(down)} V{_n(bend)} Q{_n(down)} {_n(to_y)} {_n(down + _CURVE)} {_n(to_y)} H{_n(end)}"
        )
    else:  # at the same time, or before it: around the left
        out = min(x, to_x) - 3 * _CURVE
        path = f"M{_n(x)} {_n(y)} C{_n(out)} {_n(y)} {_n(out)} {_n(to_y)} {_n(end)} {_n(to_y)}"
    credit = " credited" if tie.credited else ""
    head = None if tie.kind == "unknown" else "url(#arrow)"
    return element("path", element("title", tie.title), d=path, class_=f"tie {tie.kind}{credit}", marker_end=head)


def _mark(lane: Lane, spot: tuple[float, float], across: Across) -> Html:
    node, (x, y) = lane.node, spot
    told = element("title", node.title, lang=node.language)
    mark = element("circle", told, cx=_n(x), cy=_n(y), r=str(_RADIUS), class_=f"node {node.kind}")
    end = across.at(lane.whisker) if lane.whisker is not None else x
    above = _n(y - _RADIUS - 3)
    whisker = [element("path", d=f"M{_n(x)} {above} H{_n(end)}", class_="whisker")] if end - x > _RADIUS else []
    return joined([*whisker, mark])


def _told(node: Node, small: Sequence[str], y: float) -> Html:
    told = element("title", node.title, lang=node.language)
    name = element("text", told, cut(node.name, _LETTERS), x="8", y=_n(y + 5), class_="name", lang=node.language)
    named = element("a", name, href=node.link) if node.link else name
    rows = [
        element("text", line, x="8", y=_n(y + 5 + _LINE * number), class_="small")
        for number, line in enumerate(small, 1)
    ]
    if rows and node.stated:
        rows[0] = element(
            "text", element("title", node.stated), small[0], x="8", y=_n(y + 5 + _LINE), class_="small when"
        )
    return joined([named, *rows])


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
