"""The screen of `trace`: one table a derived text, its best sources first."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import CREDIT_STYLE, safe
from sourcier.core.edit import Edit
from sourcier.core.family import Edge
from sourcier.export import sentences
from sourcier.export.heading import heading as sentences_above
from sourcier.export.names import article_cell, article_label
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.traced import Trace

_SOURCES = 3
_EDITS = 3
_ALONE = 20
_MOSTLY = 0.3  # of texts that share less, nearly all would be listed as added and absent


def screen(found: "Trace", phrases: Phrases) -> Iterator[RenderableType]:
    """Yield what to print, the texts that share most first."""
    derived = [id_ for id_ in found.articles if found.edges_of(id_)]
    derived.sort(key=lambda id_: -found.edges_of(id_)[0].shared)
    for id_ in derived:
        yield _text(found, id_, phrases)
    yield from _alone(found, phrases)
    yield Text(summary(found, len(derived), phrases), style="bold")
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


def _text(found: "Trace", id_: str, phrases: Phrases) -> RenderableType:
    article, edges = found.articles[id_], found.edges_of(id_)
    heading = Text(safe(article_label(article, phrases)), style="bold")
    ties = replace(found.ties_of(id_), edges=edges[:1], later=())
    told = sentences_above(ties, found.articles, phrases)
    absent = found.absent_origin_of(id_)
    told += [sentences.absent(absent, phrases)] if absent else []
    parts: list[RenderableType] = [heading, *(Text(safe(line)) for line in told), _sources(found, edges, phrases)]
    if len(edges) > _SOURCES:
        parts.append(Text(phrases.say("trace.more_sources", n=len(edges) - _SOURCES), style="dim"))
    return Padding(Group(*parts), (0, 0, 1, 0))


def _sources(found: "Trace", edges: tuple[Edge, ...], phrases: Phrases) -> Listing:
    table = Listing(*(phrases.say(f"trace.{name}") for name in ("source", "share", "direction", "credit", "differs")))
    for edge in edges[:_SOURCES]:
        table.add_row(
            safe(article_cell(found.articles[edge.source], phrases)),
            phrases.percent(edge.shared),
            phrases.say(f"direction.{edge.direction}"),
            Text(phrases.say(f"credit.{edge.credit.status}"), style=CREDIT_STYLE[edge.credit.status]),
            differences(found, edge, phrases),
        )
    return table


def differences(found: "Trace", edge: Edge, phrases: Phrases, limit: int = _EDITS) -> Text:
    """Return the heaviest edits between the two texts of an edge, then the blocks put in and left out."""
    derived, source = found.articles[edge.derived].text, found.articles[edge.source].text
    edits = _edits(found, edge)
    lines = [
        f"{phrases.say(f'category.{edit.category}')} {sentences.change(edit, derived, source, phrases)}"
        for edit in edits[:limit]
    ]
    counted = ", ".join(sentences.blocks(edge.blocks, edge.direction, phrases))
    lines += [counted] if counted and edge.shared >= _MOSTLY else []
    return Text(safe("\n".join(lines) or phrases.say("trace.no_difference")))


def _edits(found: "Trace", edge: Edge) -> list[Edit]:
    passages = (each for each in found.passages_of(edge.derived) if each.source == edge.source and each.kind == "reuse")
    return sentences.heaviest(edit for passage in passages for edit in passage.edits)
