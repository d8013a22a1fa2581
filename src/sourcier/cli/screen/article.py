"""The screen of `show`: the text with its passages in brackets under the letters of their sources."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import ASIDE_STYLE, CHANGE_STYLE, PASSAGE_STYLES, safe
from sourcier.core.article import Article
from sourcier.core.edit import Edit
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export import sentences
from sourcier.export.heading import heading
from sourcier.export.names import article_cell, article_label
from sourcier.export.stretches import derived_sides, disjoint, stretches, turned
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.traced import Trace

_LISTED = 30


def screen(found: "Trace", article: Article, phrases: Phrases) -> Iterator[RenderableType]:
    """Yield what to print."""
    passages = disjoint([*found.passages_of(article.id), *map(turned, found.passages_from(article.id))])
    ties = found.ties_of(article.id)
    letters = letters_of(passages, [*(edge.source for edge in ties.edges), *(held.id for held in ties.later)])
    told = heading(ties, found.articles, phrases)
    absent = found.absent_origin_of(article.id)
    told += [sentences.absent(absent, phrases)] if absent else []
    yield Text(safe(article_label(article, phrases)), style="bold")
    for line in told:
        yield Text(safe(line))
    yield Text()
    edits = [edit for passage in passages for edit in passage.edits if passage.kind == "reuse"]
    yield marked(article.text, passages, edits, letters, phrases)
    yield Text()
    yield from _legend(found, passages, letters, phrases)
    yield from _differences(found, passages, edits, phrases)


def letters_of(passages: list[Passage], sources: list[str]) -> dict[str, str]:
    """Return a letter a source of shared passages: those with the largest share first."""
    shared = dict.fromkeys([*sources, *(each.source for each in passages if each.kind == "reuse")])
    used = {each.source for each in passages if each.kind == "reuse"}
    return {source: sentences.letter(index) for index, source in enumerate(id_ for id_ in shared if id_ in used)}


def marked(text: str, passages: list[Passage], edits: list[Edit], letters: dict[str, str], phrases: Phrases) -> Text:
    """Return the text with passages as `[A … A]` and numbered differences."""
    out = Text()
    opened: int | None = None
    for piece in stretches(Span(0, len(text)), [each.derived_span for each in passages], derived_sides(edits)):
        if piece.passage != opened:
            out.append(_mark(passages, opened, letters, phrases, closing=True))
            out.append(_mark(passages, piece.passage, letters, phrases))
            opened = piece.passage
        base = _style(passages, piece.passage, letters)
        out.append(safe(piece.span.of(text)), style=f"{base} {CHANGE_STYLE}" if piece.edit is not None else base)
        if piece.edit is not None:
            out.append(f"({piece.edit + 1})", style="dim")
    out.append(_mark(passages, opened, letters, phrases, closing=True))
    return out


def _mark(
    passages: list[Passage], index: int | None, letters: dict[str, str], phrases: Phrases, *, closing: bool = False
) -> str:
    if index is None:
        return ""
    each = passages[index]
    sign = letters.get(each.source, "") if each.kind == "reuse" else phrases.say(f"kind.{each.kind}")
    return f" {sign}]" if closing else f"[{sign} "


def _style(passages: list[Passage], index: int | None, letters: dict[str, str]) -> str:
    if index is None:
        return ""
    each = passages[index]
    if each.kind != "reuse":
        return ASIDE_STYLE
    return PASSAGE_STYLES[list(letters).index(each.source) % len(PASSAGE_STYLES)]


def _legend(
    found: "Trace", passages: list[Passage], letters: dict[str, str], phrases: Phrases
) -> Iterator[RenderableType]:
    table = Listing("", *(phrases.say(key) for key in _HEADINGS))
    facts = _facts(found, passages[0].derived, phrases) if passages else {}
    for source, letter in letters.items():
        name = safe(article_cell(found.articles[source], phrases))
        table.add_row(letter, name, *facts.get(source, ("", "", "")))
    if letters:
        yield table
    for kind in sorted({each.kind for each in passages} - {"reuse"}):
        yield Text(f"[{phrases.say(f'kind.{kind}')}] {phrases.say(f'show.{kind}')}", style="dim")


def _facts(found: "Trace", id_: str, phrases: Phrases) -> dict[str, tuple[str, str, str]]:
    """Share of this text, direction seen from it, and the credit that the later of the two gives."""
    given = {edge.derived: phrases.say(f"credit.{edge.credit.status}") for edge in found.edges_from(id_)}
    facts = {}
    for held in found.later_of(id_):
        direction = phrases.say(f"direction.{_BACK[held.direction]}")
        facts[held.id] = phrases.percent(held.share), direction, given.get(held.id, "")
    for edge in found.edges_of(id_):
        credit = phrases.say(f"credit.{edge.credit.status}")
        facts[edge.source] = phrases.percent(edge.shared), phrases.say(f"direction.{edge.direction}"), credit
    return facts


_HEADINGS = ("show.other", "trace.share", "trace.direction", "trace.credit")
_BACK = {"source_first": "derived_first", "derived_first": "source_first", "unknown": "unknown"}


def _differences(
    found: "Trace", passages: list[Passage], edits: list[Edit], phrases: Phrases
) -> Iterator[RenderableType]:
    if not edits:
        return
    source_of = {id(edit): found.articles[each.source].text for each in passages for edit in each.edits}
    derived = found.articles[passages[0].derived].text
    numbers = {id(edit): index for index, edit in enumerate(edits, 1)}
    yield Text(phrases.say("show.differences"), style="bold")
    for edit in sentences.heaviest(edits)[:_LISTED]:
        what = sentences.change(edit, derived, source_of[id(edit)], phrases)
        told = phrases.say("quote.labelled", label=phrases.say(f"category.{edit.category}"), text=what)
        yield Text(safe(f"({numbers[id(edit)]}) {told}"))
    if len(edits) > _LISTED:
        yield Text(phrases.say("show.more", n=len(edits) - _LISTED), style="dim")
