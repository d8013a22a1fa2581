"""The screen of `demo`: what was found, within forty lines of a hundred columns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from sourcier.cli.screen.listing import Listing
from sourcier.cli.screen.style import CREDIT_STYLE, safe
from sourcier.core.family import Edge
from sourcier.export import sentences
from sourcier.lang.interface import Phrases

if TYPE_CHECKING:
    from sourcier.workflow.traced import Trace

_SHARE_SHOWN = 0.05
_CHANGES = 3
_CHANGE = 26  # code points on either side of a difference


def screen(found: "Trace", phrases: Phrases) -> Iterator[RenderableType]:
    """Yield what to print."""
    yield Text(phrases.say("demo.intro", n=len(found.articles)), style="bold")
    yield Text()
    yield _ties(found, phrases)
    yield Text()
    for family in found.families:
        absent = family.absent_origin
        if absent:
            texts = ", ".join(_short(id_) for id_ in family.articles if found.absent_origin_of(id_))
            name = absent.name or phrases.say("demo.common_source")
            yield Text(safe(phrases.say("demo.absent", texts=texts, name=name)))
    standing = {(each.derived, each.derived_span) for each in found.passages if each.kind == "boilerplate"}
    quoted = {(each.derived, each.derived_span) for each in found.passages if each.kind == "quotation"}
    yield Text(phrases.say("demo.standing", n=len(standing)))
    if quoted:
        yield Text(phrases.say("demo.quoted", n=len(quoted)))
    alone = [id_ for id_ in found.articles if not any(id_ in family.articles for family in found.families)]
    if alone:
        where = sentences.searched(found.searched_for(alone[0]), phrases)
        yield Text(safe(phrases.say("demo.alone", texts=", ".join(_short(id_) for id_ in alone), searched=where)))
    yield Text(phrases.say("trace.unseen"), style="dim")
    yield Text()
    yield Text(phrases.say("demo.next"), style="bold")


def _ties(found: "Trace", phrases: Phrases) -> Listing:
    table = Listing("", "", bare=True)
    edges = (edge for family in found.families for edge in family.edges if edge.shared >= _SHARE_SHOWN)
    last = ""
    for edge in sorted(edges, key=lambda edge: (edge.derived, -edge.shared)):
        name = "" if edge.derived == last else _short(edge.derived)
        table.add_row(Text(name, style="bold"), _tie(found, edge, phrases))
        last = edge.derived
    return table


def _tie(found: "Trace", edge: Edge, phrases: Phrases) -> Text:
    credit = phrases.say(f"credit.{edge.credit.status}")
    share = phrases.percent(edge.shared)
    line = Text(phrases.say(f"demo.{edge.direction}", share=share, source=_short(edge.source), credit=credit))
    line.highlight_words([credit], CREDIT_STYLE[edge.credit.status])
    added = [block for block in edge.blocks if block.kind == "inserted" and block.unit == "paragraph"]
    differs = [*_changes(found, edge, phrases), *sentences.blocks(added, edge.direction, phrases)]
    if differs:
        line.append(safe("\n" + " · ".join(differs)), style="dim")
    return line


def _changes(found: "Trace", edge: Edge, phrases: Phrases) -> Iterator[str]:
    passages = (each for each in found.passages_of(edge.derived) if each.source == edge.source and each.kind == "reuse")
    edits = sentences.heaviest(edit for each in passages for edit in each.edits)
    derived, source = found.articles[edge.derived].text, found.articles[edge.source].text
    for edit in edits[:_CHANGES]:
        change = sentences.change(edit, derived, source, phrases, limit=_CHANGE)
        yield phrases.say("quote.labelled", label=phrases.say(f"category.{edit.category}"), text=change)


def _short(id_: str) -> str:
    return safe(id_.removesuffix(".txt"))
