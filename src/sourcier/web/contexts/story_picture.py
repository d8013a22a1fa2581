"""A story as values of its picture: which texts are drawn, and what stands beside them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sourcier.core.card import Card
from sourcier.core.family import Family
from sourcier.core.moment import Moment
from sourcier.core.passage import Direction
from sourcier.export import sentences
from sourcier.export.html import Html
from sourcier.export.names import article_name, one_outlet
from sourcier.lang.interface import Phrases
from sourcier.web.contexts.story_clock import Clock
from sourcier.web.contexts.story_ties import Sides, roots, sides
from sourcier.web.pictures import axis
from sourcier.web.pictures.layout import Node, Tie
from sourcier.web.pictures.tree import Words, tree
from sourcier.workflow.story import Story

DRAWN = 40
"""Texts in a picture."""
_TIES = 2  # ties told beside a text
_SHORT = 30  # letters of a name among others
_ABSENT = "\N{INFORMATION SEPARATOR ONE}"  # no article's id
_DAY = timedelta(days=1)

Link = Callable[[str], str]
"""The address of an article."""


def picture(story: Story, phrases: Phrases, link: Link, clock: Clock) -> Html:
    """Return the lineage tree of at most forty texts, all times as `clock` shows them."""
    shown = set(drawn(story.family, story.cards))
    ties = [each for each in sides(story.family.edges) if each.derived in shown and each.source in shown]
    first = roots(story.family)
    nodes = [_node(story, id_, ties, phrases, link) for id_ in story.family.articles if id_ in shown]
    nodes = [_dated(node, story.cards[node.id].published, phrases, clock) for node in nodes]
    nodes = [replace(node, kind="root") if node.id in first else node for node in nodes]
    lines = [_tie(each, story.cards, phrases) for each in ties]
    absent = _absent(story.family, phrases)
    if absent:
        nodes.append(absent)
        comes = [id_ for id_ in story.family.from_absent if id_ in shown]
        lines += [Tie(id_, absent.id, "absent", True, absent.title) for id_ in comes]
    return tree(nodes, lines, _words(story, phrases))


def drawn(family: Family, cards: Mapping[str, Card]) -> list[str]:
    """Return the ids of the texts that are drawn: the origin, other sources, then the largest shares."""
    if len(family.articles) <= DRAWN:
        return [id_ for id_ in family.articles if id_ in cards]
    ties = sides(family.edges)
    shares: dict[str, float] = {}
    for each in ties:
        shares[each.derived] = max(shares.get(each.derived, 0.0), each.edge.shared)
    taken = {id_: sum(each.source == id_ for each in ties) for id_ in {each.source for each in ties}}
    first = set(sorted(taken, key=lambda id_: (-taken[id_], id_))[: DRAWN // 4])

    def rank(id_: str) -> tuple[bool, bool, float, str, str]:
        moment = cards[id_].published
        return id_ != family.origin, id_ not in first, -shares.get(id_, 0.0), moment.value if moment else "~", id_

    return sorted((id_ for id_ in family.articles if id_ in cards), key=rank)[:DRAWN]


def short_name(card: Card) -> str:
    """Return what a text is called in the picture: its outlet, else its headline, else its id."""
    return card.outlet or card.title or card.id


def _node(story: Story, id_: str, ties: Iterable[Sides], phrases: Phrases, link: Link) -> Node:
    card = story.cards[id_]
    mine = [each for each in ties if each.derived == id_]
    if len(mine) == 1 and id_ not in story.family.from_absent:
        told = [tie_told(mine[0], story.cards, phrases)]
    else:
        told = [_named(each, story.cards, phrases) for each in mine[:_TIES]]
    if len(mine) > _TIES:
        told.append(phrases.say("pages.story.more_ties", n=len(mine) - _TIES))
    name, title = short_name(card), article_name(card, phrases)
    return Node(id_, name, title, link(id_), None, None, "text", tuple(told), card.language)


def _dated(node: Node, moment: Moment | None, phrases: Phrases, clock: Clock) -> Node:
    if moment is None:
        return replace(node, lines=(phrases.say("pages.frame.undated"), *node.lines))
    start, end = clock.wall(moment)
    lines = (clock.written(moment, phrases), *node.lines)
    return replace(node, lines=lines, start=start, end=end, stated=stated_moment(moment, phrases))


def stated_moment(moment: Moment, phrases: Phrases) -> str:
    """Return the moment as the text states it."""
    said = "stated" if moment.precision != "time" or moment.zoned else "stated_without_zone"
    return phrases.say(f"pages.tree.{said}", moment=phrases.date(moment.value))


def tie_told(tie: Sides, cards: Mapping[str, Card], phrases: Phrases) -> str:
    """Return share, delay and credit of a tie."""
    edge = tie.edge
    share = phrases.percent(edge.shared)
    if tie.known:
        told = [phrases.say("pages.story.taken", share=share)]
        if edge.delay is not None:
            told.append(phrases.say("pages.story.after", delay=sentences.delay(abs(edge.delay), phrases)))
        told += filter(None, [verdict(tie, cards, phrases)])
    else:
        told = [phrases.say("pages.story.common", share=share)]
    return " · ".join(told)


def _named(tie: Sides, cards: Mapping[str, Card], phrases: Phrases) -> str:
    """Return the source of a tie with share and delay, one of several."""
    name = short_name(cards[tie.source])
    cut = name if len(name) <= _SHORT else name[: _SHORT - 1].rstrip() + "…"
    told = [phrases.percent(tie.edge.shared)]
    if not tie.known:
        told.append(phrases.say("pages.story.unknown_direction"))
    elif tie.edge.delay is not None:
        told.append(sentences.delay(abs(tie.edge.delay), phrases))
    return phrases.say("quote.labelled", label=cut, text=" · ".join(told))


def verdict(tie: Sides, cards: Mapping[str, Card], phrases: Phrases) -> str:
    """Return what credit is found, nothing where none may be owed."""
    alike = one_outlet(cards[tie.derived], cards[tie.source])
    direction: Direction = "source_first" if tie.known else "unknown"
    return sentences.verdict(tie.edge.credit, direction, phrases, one_outlet=alike)


def _tie(tie: Sides, cards: Mapping[str, Card], phrases: Phrases) -> Tie:
    credited = tie.edge.credit.status in ("full", "partial")
    names = f"{short_name(cards[tie.source])} → {short_name(cards[tie.derived])}"
    told = phrases.say("quote.labelled", label=names, text=tie_told(tie, cards, phrases))
    return Tie(tie.derived, tie.source, "known" if tie.known else "unknown", credited, told)


def _absent(family: Family, phrases: Phrases) -> Node | None:
    origin = family.absent_origin
    if origin is None:
        return None
    name = origin.name or phrases.say("pages.story.unnamed")
    line = phrases.say("pages.story.absent_line")
    return Node(_ABSENT, name, sentences.absent(origin, phrases), None, None, None, "absent", (line,))


def _words(story: Story, phrases: Phrases) -> Words:
    counts = {"n": min(len(story.family.articles), DRAWN), "ties": len(story.family.edges)}
    return Words(
        phrases.say("pages.story.picture"),
        phrases.say("pages.story.picture_told", **counts),
        phrases.say("pages.frame.undated"),
        axis.Words(
            lambda moment, step, first: _tick(moment, step, phrases, first=first),
            lambda length: sentences.delay(length, phrases),
        ),
    )


def _tick(moment: datetime, step: timedelta, phrases: Phrases, *, first: bool) -> tuple[str, str]:
    """Return what stands at a tick, and the day or year above it where that begins."""
    months: Sequence[str] = phrases.manners["months"]
    number = phrases.manners["first"] if moment.day == 1 else str(moment.day)
    day = f"{number} {months[moment.month - 1]}"
    if step < _DAY:
        begins = first or (moment.hour, moment.minute) == (0, 0)
        return f"{moment:%H:%M}", f"{day} {moment.year}" if first else day if begins else ""
    return day, str(moment.year) if first or (moment.month, moment.day) == (1, 1) else ""
