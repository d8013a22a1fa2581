"""The screen of `trace --families`: each family with its origin and its ties."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import CREDIT_STYLE, safe
from sourcier.core.family import Edge, Family
from sourcier.export import sentences
from sourcier.export.names import article_cell, article_label, one_outlet
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.traced import Trace

_HEADINGS = (
    "families.text", "show.other", "trace.share", "families.delay", "trace.direction", "trace.credit",
    "families.reasons",
)  # fmt: skip


def screen(found: "Trace", phrases: Phrases) -> Iterator[RenderableType]:
    """Yield what to print."""
    for family in found.families:
        yield Padding(_family(found, family, phrases), (0, 0, 1, 0))
    if not found.families:
        yield Text(phrases.say("families.none"))
    yield Text(phrases.say("trace.unseen"), style="dim")


def origin(found: "Trace", family: Family, phrases: Phrases) -> str:
    """Return where a family comes from, as far as that is known."""
    if family.absent_origin:
        return sentences.absent(family.absent_origin, phrases)
    if family.origin:
        return phrases.say("families.origin", name=article_label(found.articles[family.origin], phrases))
    return phrases.say("families.origin_unknown")


def _delay(found: "Trace", edge: Edge, phrases: Phrases) -> str:
    if edge.delay is not None:
        return sentences.delay(edge.delay, phrases)
    return sentences.days(found.articles[edge.source].published, found.articles[edge.derived].published, phrases)


def _credit(found: "Trace", edge: Edge, phrases: Phrases) -> str:
    alike = one_outlet(found.articles[edge.derived], found.articles[edge.source])
    return sentences.verdict(edge.credit, edge.direction, phrases, one_outlet=alike)


def _family(found: "Trace", family: Family, phrases: Phrases) -> RenderableType:
    heading = Text(phrases.say("families.heading", n=len(family.articles)), style="bold")
    told = [origin(found, family, phrases)]
    cut = [article for id_ in family.articles if not (article := found.articles[id_]).complete]
    if cut:
        told.append(phrases.say("families.cut", names=", ".join(article_label(each, phrases) for each in cut)))
    table = Listing(*(phrases.say(key) for key in _HEADINGS))
    for edge in family.edges:
        table.add_row(
            safe(article_cell(found.articles[edge.derived], phrases)),
            safe(article_cell(found.articles[edge.source], phrases)),
            phrases.percent(edge.shared),
            _delay(found, edge, phrases),
            phrases.say(f"direction.{edge.direction}"),
            Text(_credit(found, edge, phrases), style=CREDIT_STYLE[edge.credit.status]),
            safe("\n".join(sentences.reasons(edge.reasons, phrases, edge.direction))),
        )
    return Group(heading, *(Text(safe(line)) for line in told), table)
