"""What of an article is shown, worked out before the texts of the others are fetched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.lang.interface import Phrases
from sourcier.web.contexts.article_marks import COLOURS, LAYERS, Drawing, Layer, Mark, Marks, letters, marks, seen_from
from sourcier.web.contexts.article_ties import ROLES, Tie, ties
from sourcier.workflow.sheet import Sheet

LISTED = 40
"""Passages whose evidence is on one page."""
CARDS = 12
"""Other texts of one role that have a card."""


@dataclass(frozen=True)
class Plan:
    """One layer of an article: `passages` are seen from it, `counts` says how many each layer has.

    `lettered` gives the other texts' letters, `carded` are those with a card, `listed` the marks with evidence.
    """

    sheet: Sheet
    layer: Layer
    passages: tuple[Passage, ...]
    marked: Marks
    counts: Mapping[Layer, int]
    lettered: Mapping[str, str]
    ties: tuple[Tie, ...]
    carded: tuple[Tie, ...]
    listed: tuple[Mark, ...]
    start: int

    @property
    def alone(self) -> bool:
        """Whether it shares nothing with another text."""
        return not (self.ties or self.counts["provenance"] or self.counts["later"])

    @property
    def needed(self) -> frozenset[str]:
        """The ids of the other texts whose words are shown."""
        return frozenset({tie.id for tie in self.carded} | {mark.passage.source for mark in self.listed})


@dataclass(frozen=True)
class View:
    """A plan with the texts that it needs, by id, and the language of the page."""

    plan: Plan
    texts: Mapping[str, str]
    phrases: Phrases

    @property
    def sheet(self) -> Sheet:
        """All that is known of the article."""
        return self.plan.sheet

    @cached_property
    def ties(self) -> Mapping[str, Tie]:
        """The ties by the id of the other text."""
        return {tie.id: tie for tie in self.plan.ties}

    @cached_property
    def carded(self) -> frozenset[str]:
        """The ids of the other texts that have a card."""
        return frozenset(tie.id for tie in self.plan.carded)

    @cached_property
    def colours(self) -> Mapping[str, int]:
        """The number of each other text's colour."""
        return {id_: index % COLOURS for index, id_ in enumerate(self.plan.lettered)}

    @cached_property
    def near(self) -> tuple[Passage, ...]:
        """The passages that count as shared where those with evidence lie."""
        listed = self.plan.listed
        around = Span(listed[0].span.start, listed[-1].span.end) if listed else Span(0, 0)
        return tuple(each for each in self.reuse if each.derived_span.overlaps(around))

    @cached_property
    def reuse(self) -> tuple[Passage, ...]:
        """The passages that count as shared, in both layers."""
        return tuple(each for each in self.plan.passages if each.kind == "reuse")


def plan(sheet: Sheet, layer: Layer | None = None, start: int = 0) -> Plan:
    """Decide what is shown: without `layer` the one that has passages; evidence from the passage at `start` (0-)."""
    passages, known = tuple(seen_from(sheet)), ties(sheet)
    lettered = letters(passages, [tie.id for tie in known])
    cut = {edge.source: edge.passages for edge in sheet.edges}
    beside = frozenset(tie.id for tie in known if tie.role == "beside")
    drawing = Drawing(passages, sheet.article.text, lettered, cut, beside, _home(known))
    drawn = {each: marks(drawing, each) for each in LAYERS}
    counts = {each: len(found.shared) + found.more for each, found in drawn.items()}
    layer = layer or _telling(known)
    marked = drawn["none" if layer == "facts" else layer]
    start = min(start, max(0, len(marked.shared) - 1))
    return Plan(
        sheet=sheet,
        layer=layer,
        passages=passages,
        marked=marked,
        counts=counts,
        lettered=lettered,
        ties=known,
        carded=tuple(tie for role in ROLES for tie in [tie for tie in known if tie.role == role][:CARDS]),
        listed=marked.shared[start : start + LISTED],
        start=start,
    )


def _home(known: Sequence[Tie]) -> Layer:
    """Return the layer where texts are marked of which nothing is claimed: that of the others, if they have but one."""
    roles = {tie.role for tie in known} - {"beside"}
    return "later" if roles == {"later"} else "provenance"


def _telling(known: Sequence[Tie]) -> Layer:
    """Return the layer of an article that says most: where it comes from, or who took it up where that is unknown."""
    best = {role: max((tie.share for tie in known if tie.role == role), default=0.0) for role in ROLES}
    return "later" if not best["earlier"] and best["later"] > best["unknown"] else "provenance"
