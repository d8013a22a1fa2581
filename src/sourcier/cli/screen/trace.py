"""The screen of `trace`: one table a derived text, its best sources first."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import CREDIT_STYLE, safe
from sourcier.cli.screen.trace_rows import Row, rows
from sourcier.export import sentences
from sourcier.export.heading import heading as sentences_above
from sourcier.export.names import article_cell, article_label, one_outlet
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.traced import Trace

_SOURCES = 3
_EDITS = 3
_ALONE = 20
_MOSTLY = 0.3  # of texts that share less, nearly all would be listed as added and absent


def screen(found: "Trace", phrases: Phrases) -> Iterator[RenderableType]:
    """Yield what to print, the texts that share most first."""
    listed = {id_: shared for id_ in found.articles if (shared := rows(found, id_))}
    for id_ in sorted(listed, key=lambda id_: -listed[id_][0].share):
        yield _text(found, id_, listed[id_], phrases)
    yield from _alone(found, phrases)
    yield Text(summary(found, len(found.articles) - len(found.alone()), phrases), style="bold")
    yield Text(phrases.say("trace.further"))
    yield Text(phrases.say("trace.unseen"), style="dim")


def summary(found: "Trace", sharing: int, phrases: Phrases) -> str:
    """Return how many texts were read and how many of them share passages."""
    return phrases.say("trace.read", n=len(found.articles)) + phrases.say("trace.sharing", n=sharing)


def _alone(found: "Trace", phrases: Phrases) -> Iterator[RenderableType]:
    alone = found.alone()
    if not alone or len(found.articles) < 2:
        return
    where = sentences.searched(found.searched_for(alone[0]), phrases)
    lines = [phrases.say("trace.alone", n=len(alone), searched=where)]
    lines += [f"  {article_label(found.articles[id_], phrases)}" for id_ in alone[:_ALONE]]
    if len(alone) > _ALONE:
        lines.append(f"  {phrases.say('trace.more_alone', n=len(alone) - _ALONE)}")
    yield Padding(Text(safe("\n".join(lines))), (0, 0, 1, 0))


def _text(found: "Trace", id_: str, listed: list[Row], phrases: Phrases) -> RenderableType:
    article, edges = found.articles[id_], found.edges_of(id_)
    heading = Text(safe(article_label(article, phrases)), style="bold")
    ties = found.ties_of(id_)
    unknown = [held for held in ties.later if held.direction == "unknown"]
    told = sentences_above(replace(ties, edges=edges[:1], later=() if edges else unknown[:1]), found.articles, phrases)
    absent = found.absent_origin_of(id_)
    told += [sentences.absent(absent, phrases)] if absent else []
    parts: list[RenderableType] = [heading, *(Text(safe(line)) for line in told), _sources(found, id_, listed, phrases)]
    if len(listed) > _SOURCES:
        parts.append(Text(phrases.say("trace.more_sources", n=len(listed) - _SOURCES), style="dim"))
    return Padding(Group(*parts), (0, 0, 1, 0))


def _sources(found: "Trace", id_: str, listed: list[Row], phrases: Phrases) -> Listing:
    shown = listed[:_SOURCES]
    known = all(row.direction == "source_first" for row in shown)
    other, differs = ("trace.source", "trace.differs") if known else ("show.other", "trace.differs_sides")
    headings = (other, "trace.share", "trace.direction", "trace.credit", differs)
    table = Listing(*(phrases.say(key) for key in headings))
    for row in shown:
        table.add_row(
            safe(article_cell(found.articles[row.other], phrases)),
            phrases.percent(row.share),
            phrases.say(f"direction.{row.direction}"),
            _credit(found, id_, row, phrases),
            differences(found, id_, row, phrases),
        )
    return table


def _credit(found: "Trace", id_: str, row: Row, phrases: Phrases) -> Text:
    if row.credit is None:
        return Text()
    alike = one_outlet(found.articles[id_], found.articles[row.other])
    told = sentences.verdict(row.credit, row.direction, phrases, one_outlet=alike)
    return Text(told, style=CREDIT_STYLE[row.credit.status])


def differences(found: "Trace", id_: str, row: Row, phrases: Phrases, limit: int = _EDITS) -> Text:
    """Return the heaviest edits between two texts, then the blocks that one of them has or lacks."""
    here, there = found.articles[id_].text, found.articles[row.other].text
    told = sentences.change if row.direction == "source_first" else sentences.sides
    lines = [
        f"{phrases.say(f'category.{edit.category}')} {told(edit, here, there, phrases)}"
        for edit in sentences.heaviest(row.edits)[:limit]
    ]
    counted = ", ".join(sentences.blocks(row.blocks, row.direction, phrases))
    lines += [counted] if counted and row.share >= _MOSTLY else []
    nothing = "trace.no_difference" if row.aligned else "trace.not_aligned"
    return Text(safe("\n".join(lines) or phrases.say(nothing)))
