"""Which passages of an article are marked in its text, each with the letter of the text that it is shared with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sourcier.core.edit import Edit
from sourcier.core.passage import Passage, turned
from sourcier.core.span import Span
from sourcier.export import sentences
from sourcier.export.stretches import disjoint, turned_edit
from sourcier.web.contexts.article_parts import parts
from sourcier.workflow.sheet import Sheet

Layer = Literal["provenance", "later", "facts", "none"]
LAYERS: tuple[Layer, ...] = ("provenance", "later", "none")
"""Those that passages are marked in; what is marked in « facts » is not shared, and stands in `article_facts`."""
COLOURS = 6
MOST = 2_000
"""Marks in a text; more are not drawn, which the page says."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A paragraph of a passage, `span` in the article's text, which is the passage's derived text here.

    `number` and `first`, that of its first difference, begin at 1; they are 0 for what does not count as shared.
    """

    passage: Passage
    span: Span
    own: tuple[Edit, ...] = ()
    number: int = 0
    first: int = 0
    letter: str = ""
    colour: int = -1

    @property
    def edits(self) -> list[tuple[int, Edit]]:
        """The differences with their numbers, in the order of the text."""
        return list(enumerate(self.own, self.first))


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in a layer, in the order of the text; `more` counts what is not drawn."""

    shared: tuple[Mark, ...]
    asides: tuple[Mark, ...]
    more: int = 0


def seen_from(sheet: Sheet) -> list[Passage]:
    """Return all passages with the article as their derived text; edits go from the other text to it."""
    return [*map(_ordered, sheet.passages), *(_ordered(_turned(each)) for each in sheet.later_passages)]


def layer_of(passage: Passage) -> Layer:
    """Return in which layer a passage is marked: texts known to be later apart from all others."""
    return "later" if passage.direction == "derived_first" else "provenance"


def letters(passages: Iterable[Passage], first: Iterable[str]) -> dict[str, str]:
    """Return a letter for each text that shares a passage: those of `first` before the others."""
    used = dict.fromkeys(each.source for each in passages if each.kind == "reuse")
    ordered = dict.fromkeys([id_ for id_ in first if id_ in used] + list(used))
    return {id_: sentences.letter(index) for index, id_ in enumerate(ordered)}


@dataclass(frozen=True, slots=True)
class Drawing:
    """What marks are made of: passages seen from an article, its text, and each other text's letter.

    `paragraphs` are those that lineage cut shared passages into, by the id of the other text. Those of the texts
    `beside`, of which nothing is claimed, are marked in the layer `home` alone, where no other text has a mark.
    """

    passages: Sequence[Passage]
    text: str
    lettered: Mapping[str, str]
    paragraphs: Mapping[str, Sequence[Span]]
    beside: frozenset[str] = frozenset()
    home: Layer = "provenance"


def marks(drawing: Drawing, layer: Layer, most: int = MOST) -> Marks:
    """Return what is marked in a layer: of the texts that hold a stretch the one that it best comes from."""
    if layer == "none":
        return Marks((), ())
    shared = _shared(drawing, layer)
    free = disjoint(each for each in drawing.passages if each.kind != "reuse" and len(each.derived_span))
    colours = {id_: index % COLOURS for index, id_ in enumerate(drawing.lettered)}
    found: list[Mark] = []
    first = 1
    for each in shared:
        letter, colour = drawing.lettered[each.source], colours[each.source]
        for span, own in parts(each, drawing.text, drawing.paragraphs.get(each.source, ())):
            found.append(Mark(each, span, own, len(found) + 1, first, letter, colour))
            first += len(own)
    asides = tuple(Mark(each, each.derived_span) for each in _beside(free, shared)[:most])
    return Marks(tuple(found[:most]), asides, max(0, len(found) - most))


def _shared(drawing: Drawing, layer: Layer) -> list[Passage]:
    reuse = [each for each in drawing.passages if each.kind == "reuse"]
    tied = disjoint(each for each in reuse if each.source not in drawing.beside and layer_of(each) == layer)
    if layer != drawing.home or not drawing.beside:
        return tied
    more = _beside(disjoint(each for each in reuse if each.source in drawing.beside), tied)
    return sorted([*tied, *more], key=lambda each: each.derived_span)


def _beside(free: Sequence[Passage], shared: Sequence[Passage]) -> list[Passage]:
    """Return those that no shared passage overlaps; both are in order of position, none overlaps its like."""
    kept, at = [], 0
    for each in free:
        while at < len(shared) and shared[at].derived_span.end <= each.derived_span.start:
            at += 1
        if at == len(shared) or not shared[at].derived_span.overlaps(each.derived_span):
            kept.append(each)
    return kept


def _turned(passage: Passage) -> Passage:
    back = turned(passage)
    edits = tuple(map(turned_edit, passage.edits))
    return _replaced(back, edits, best=False)


def _ordered(passage: Passage) -> Passage:
    edits = tuple(sorted(passage.edits, key=lambda edit: (edit.derived, edit.source)))
    return passage if edits == passage.edits else _replaced(passage, edits, best=passage.best)


def _replaced(passage: Passage, edits: tuple[Edit, ...], *, best: bool) -> Passage:
    return Passage(
        passage.kind, passage.derived, passage.source, passage.derived_span, passage.source_span, passage.similarity,
        passage.score, best, passage.direction, passage.equal, edits,
    )  # fmt: skip
