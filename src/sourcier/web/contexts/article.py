"""One article as its page shows it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sourcier.core.article import Article
from sourcier.core.card import Card
from sourcier.core.outlet import Outlet
from sourcier.core.overview import Overview
from sourcier.export import heading, sentences
from sourcier.export.html import Html
from sourcier.export.names import article_name
from sourcier.lang.interface import Phrases
from sourcier.web.contexts.article_corrections import Corrections, corrections
from sourcier.web.contexts.article_evidence import Evidence, evidence
from sourcier.web.contexts.article_facts import ArticleFacts
from sourcier.web.contexts.article_marks import Layer
from sourcier.web.contexts.article_others import Other, others
from sourcier.web.contexts.article_plan import LISTED, Plan, View
from sourcier.web.contexts.article_text import text
from sourcier.web.contexts.article_ties import ROLES, Role
from sourcier.web.contexts.article_versions import Versions
from sourcier.workflow.sheet import Sheet

LINKED = 400
"""Passages whose letters are all links; of more, only those whose evidence is on the page."""


@dataclass(frozen=True, slots=True)
class Group:
    """Other texts of one role: before the article, after it, nobody knows, or beside it; `count` is all of them."""

    role: Role
    others: tuple[Other, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """Which passages have their evidence here: from `start` (0-) to `end` of `total`; None: no such part."""

    start: int
    end: int
    total: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """The page; `lead` is the most telling sentence, `told` those that no card repeats.

    `absent` is the sentence on a text that nobody has. `counts` says how many passages each layer has, `unmarked`
    how many are not drawn; `cut` that there are more than were asked for. `rare` are phrases to look for elsewhere.
    `versions` are those of its page, None where that had one text. `facts` are those of the layer of this name.
    """

    article: Article
    card: Card
    lead: str
    told: tuple[str, ...]
    absent: str | None
    overview: Overview | None
    layer: Layer
    counts: Mapping[Layer, int]
    text: Html
    unmarked: int
    cut: bool
    groups: tuple[Group, ...]
    evidence: tuple[Evidence, ...]
    part: Part
    corrections: Corrections
    stale: bool
    register: Mapping[str, Outlet]
    rare: tuple[str, ...] = ()
    versions: Versions | None = None
    facts: ArticleFacts | None = None


def page(
    given: Plan,
    texts: Mapping[str, str],
    phrases: Phrases,
    register: Mapping[str, Outlet] | None = None,
    *,
    stale: bool = False,
) -> ArticlePage:
    """Return the page; `texts` holds those that the plan needs, `register` the outlets registered, by name."""
    sheet, view = given.sheet, View(given, texts, phrases)
    crediting = {span for edge in sheet.edges for span in edge.credit.spans} if given.layer == "provenance" else set()
    return ArticlePage(
        article=sheet.article,
        card=sheet.card,
        lead=heading.heading(sheet.ties, sheet.cards, phrases)[0],
        told=tuple(_besides(sheet, phrases)),
        absent=_absent(sheet, phrases),
        overview=sheet.overview,
        layer=given.layer,
        counts=given.counts,
        text=text(sheet.article, given.marked, sorted(crediting), _links(given), phrases),
        unmarked=given.marked.more,
        cut=sheet.cut,
        groups=tuple(_groups(given, others(view))),
        evidence=evidence(view),
        part=_part(given.start, len(given.marked.shared)),
        corrections=corrections(sheet, phrases),
        stale=stale,
        register=register or {},
    )


def _absent(sheet: Sheet, phrases: Phrases) -> str | None:
    """Return the sentence on a text that nobody has, articles called by name where the evidence has their ids."""
    if sheet.absent is None:
        return None
    why = sheet.absent.why
    for id_, card in sheet.cards.items():
        if id_ in why:
            why = why.replace(id_, article_name(card, phrases))
    return sentences.absent(replace(sheet.absent, why=why), phrases)


def _besides(sheet: Sheet, phrases: Phrases) -> Iterator[str]:
    """Yield the sentences after the first: on other large sources, on those known to be cut, on what is nowhere."""
    on_ties = heading.on_ties(sheet.ties, sheet.cards, phrases)
    yield from (each.sentence for each in on_ties[1:] if each.source and each.share >= heading.LARGE)
    yield from heading.incomplete(sheet.ties, sheet.cards, phrases)
    if on_ties:
        yield from heading.rest(sheet.ties, phrases)


def _groups(given: Plan, cards: Iterable[Other]) -> Iterable[Group]:
    shown = tuple(cards)
    first: tuple[Role, ...] = ("later",) if given.layer == "later" else ()
    for role in dict.fromkeys([*first, *ROLES]):
        count = sum(tie.role == role for tie in given.ties)
        if count:
            yield Group(role, tuple(each for each in shown if each.role == role), count)


def _part(start: int, total: int) -> Part:
    end = min(total, start + LISTED)
    return Part(start, end, total, max(0, start - LISTED) if start else None, end if end < total else None)


def _links(given: Plan) -> dict[int, str]:
    """Return for passages where their evidence is: on this page, or, if there are not too many, on another part."""
    links = {mark.number: f"#evidence-{mark.number}" for mark in given.listed}
    if len(given.marked.shared) <= LINKED:
        layer = f"layer={given.layer}&" if given.layer == "later" else ""
        for mark in given.marked.shared:
            part = (mark.number - 1) // LISTED * LISTED
            links.setdefault(mark.number, f"?{layer}from={part}#evidence-{mark.number}")
    return links
