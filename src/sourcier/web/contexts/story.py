"""A story: who may have taken from whom, as sentences, as a picture, and as a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from sourcier.core.card import Card
from sourcier.core.denial import Denial
from sourcier.core.moment import Moment
from sourcier.core.overview import Overview
from sourcier.export import sentences
from sourcier.export.html import Html
from sourcier.lang.interface import Phrases
from sourcier.web.contexts import story_picture
from sourcier.web.contexts.story_clock import Clock, clock
from sourcier.web.contexts.story_ties import Sides, roots, sides
from sourcier.web.pictures import delays
from sourcier.web.pictures.tree import CROWDED
from sourcier.workflow.story import Story

ROWS = 50
"""Ties on one page of the table."""
_ROOTS = 10
_LAST = "~"  # after every date


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses that a story needs: of an article, of two side by side, of what takes a denial back."""

    article: Callable[[str], str]
    beside: Callable[[str, str], str]
    allow: Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Told:
    """A moment in the story's time zone, `stated` as its text has it; `value` is for programs."""

    text: str
    stated: str
    value: str


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie in words; `credit` is empty where none may be owed."""

    derived: Card
    source: Card
    derived_time: Told | None
    source_time: Told | None
    derived_link: str
    source_link: str
    share: str
    delay: str
    direction: str
    credit: str
    credited: bool
    reasons: tuple[str, ...]
    beside: str


@dataclass(frozen=True, slots=True)
class DeniedRow:
    """A tie that somebody denied, and the address that takes the denial back."""

    derived: Card
    source: Card
    denial: Denial
    beside: str
    allow: str


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What the template `story.html` draws.

    `told` are sentences on the whole. `roots` are the texts without a source known here, of `roots_total`. `held` is
    how many articles this page knows of the story, whose overview counts them all; `drawn` how many of these the
    picture holds, `crowded` whether each has one line only. `zone` is that of all times, None where no text states a
    time; `zoneless` tells whether one states a time without a zone. `delays` is None where fewer than two are known,
    `delayed` how many; `bands` says the same: each span of time, and how many reuses it has.
    `ties` are those from place `offset` on, of `total`.
    """

    overview: Overview
    told: tuple[str, ...]
    roots: tuple[tuple[Card, str], ...]
    roots_total: int
    held: int
    picture: Html
    drawn: int
    crowded: bool
    zone: str | None
    zoneless: bool
    delays: Html | None
    delayed: int
    bands: tuple[tuple[str, int], ...]
    ties: tuple[TieRow, ...]
    total: int
    offset: int
    denied: tuple[DeniedRow, ...]


def story_page(story: Story, phrases: Phrases, links: Links, offset: int = 0) -> StoryPage:
    """Return the page, with the ties from place `offset` on."""
    family, cards = story.family, story.cards
    ties = sorted(sides(family.edges), key=lambda tie: _in_time(tie, cards))
    after = [abs(each.edge.delay) for each in ties if each.known and each.edge.delay is not None]
    bands = _bands(after, phrases)
    shown = len(story_picture.drawn(family, cards))
    first = sorted(roots(family), key=lambda id_: _time(cards[id_]))
    shared = clock(cards.values())
    times = [card.published for card in cards.values() if card.published and card.published.precision == "time"]
    return StoryPage(
        story.overview,
        tuple(_told(story, phrases)),
        tuple((cards[id_], links.article(id_)) for id_ in first[:_ROOTS]),
        len(first),
        len(family.articles),
        story_picture.picture(story, phrases, links.article, shared),
        shown,
        shown > CROWDED,
        shared.zone if times else None,
        not all(moment.zoned for moment in times),
        _delays(after, bands, phrases) if len(after) > 1 else None,
        len(after),
        bands,
        tuple(_row(tie, cards, phrases, links, shared) for tie in ties[offset : offset + ROWS]),
        len(ties),
        offset,
        tuple(
            DeniedRow(
                cards[edge.derived], cards[edge.source], denial,
                links.beside(edge.derived, edge.source), links.allow(edge.derived, edge.source),
            )
            for edge, denial in story.denied
        ),
    )  # fmt: skip


def _told(story: Story, phrases: Phrases) -> list[str]:
    seen, absent = story.overview, story.family.absent_origin
    told = [sentences.absent(replace(absent, why=_named(absent.why, story.cards)), phrases)] if absent else []
    if seen.ties:
        key = "credits" if seen.uncredited else "credited"
        told.append(phrases.say(f"pages.story.{key}", n=seen.ties, missing=seen.uncredited))
    return told


def _named(why: str, cards: Mapping[str, Card]) -> str:
    """Return a reason with the articles in it called as people call them."""
    for id_, card in cards.items():
        why = why.replace(f"{id_}:", f"{story_picture.short_name(card)} :").replace(id_, story_picture.short_name(card))
    return why


def _when(moment: Moment | None, shared: Clock, phrases: Phrases) -> Told | None:
    if moment is None:
        return None
    return Told(shared.written(moment, phrases), story_picture.stated_moment(moment, phrases), moment.value)


def _row(tie: Sides, cards: Mapping[str, Card], phrases: Phrases, links: Links, shared: Clock) -> TieRow:
    edge = tie.edge
    return TieRow(
        cards[tie.derived],
        cards[tie.source],
        _when(cards[tie.derived].published, shared, phrases),
        _when(cards[tie.source].published, shared, phrases),
        links.article(tie.derived),
        links.article(tie.source),
        phrases.percent(edge.shared),
        "–" if edge.delay is None else sentences.delay(abs(edge.delay) if tie.known else edge.delay, phrases),
        phrases.say("pages.story.known" if tie.known else "pages.story.unknown"),
        story_picture.verdict(tie, cards, phrases),
        edge.credit.status in ("full", "partial"),
        tuple(sentences.reasons(edge.reasons, phrases, edge.direction)),
        links.beside(edge.derived, edge.source),
    )


def _bands(after: list[timedelta], phrases: Phrases) -> tuple[tuple[str, int], ...]:
    bounds = [sentences.delay(each, phrases) for each in delays.BOUNDS]
    labels = [phrases.say("pages.story.up_to", delay=each) for each in bounds]
    return tuple(zip([*labels, phrases.say("pages.story.beyond", delay=bounds[-1])], delays.counts(after), strict=True))


def _delays(after: list[timedelta], bands: tuple[tuple[str, int], ...], phrases: Phrases) -> Html:
    counted = (phrases.say("quote.labelled", label=label, text=str(count)) for label, count in bands if count)
    return delays.delays(after, phrases.say("pages.story.delays"), " ; ".join(counted), [label for label, _ in bands])


def _in_time(tie: Sides, cards: Mapping[str, Card]) -> tuple[str, str, float]:
    return (*_time(cards[tie.derived]), -tie.edge.shared)


def _time(card: Card) -> tuple[str, str]:
    moment = card.published
    return (moment.earliest.isoformat() if moment else _LAST), card.id
