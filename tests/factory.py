"""Builders of values for tests; every article in it is invented."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from sourcier.core.article import Article
from sourcier.core.comparison import Comparison
from sourcier.core.credit import Credit
from sourcier.core.edit import Category, Edit, EditKind, EditUnit
from sourcier.core.family import AbsentOrigin, Block, Edge, Family, Headline, Reason, Searched, Shares
from sourcier.core.found import Found
from sourcier.core.moment import Moment
from sourcier.core.passage import Direction, Passage, PassageKind
from sourcier.core.producer import Producer
from sourcier.core.span import Span

DISPATCH = """Le port de Sainte-Aurore rouvre

SAINTE-AURORE (Agence inventée) - Le port de Sainte-Aurore a repris ses activités lundi, a annoncé la capitainerie. \
Douze navires attendaient au large depuis le début de la grève.

Selon le directeur du port, les équipes vont reprendre le contrôle des trois quais."""

REPRINT = """Sainte-Aurore : le port respire

Le port de Sainte-Aurore a repris ses activités lundi, a annoncé la capitainerie. \
Vingt navires attendaient au large depuis le début de la grève.

Selon le directeur du port, les équipes vont se joindre au contrôle des trois quais.

Les marchands du marché couvert disent leur soulagement. (avec Agence inventée)"""


def article(id_: str = "a.txt", text: str = REPRINT, *, published: str | None = None, **more: object) -> Article:
    """Return an article; `published` is EDTF."""
    return Article(id_, text, published=Moment(published) if published else None, **more)  # type: ignore[arg-type]


def span(text: str, words: str, after: int = 0) -> Span:
    """Return where `words` stand in `text`, first looked for from `after` on."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def edit(
    derived: tuple[str, str],
    source: tuple[str, str],
    category: Category = "wording",
    weight: float = 0.5,
    *,
    unit: EditUnit = "words",
) -> Edit:
    """Return an edit between two (text, words) pairs; no words: an empty span at the start."""
    here, there = span(*derived), span(*source)
    kind: EditKind = "substitute" if len(here) and len(there) else "insert" if len(here) else "delete"
    return Edit(unit, kind, category, weight, here, there)


def passage(
    derived: Article,
    source: Article,
    here: str,
    there: str | None = None,
    edits: Iterable[Edit] = (),
    *,
    kind: PassageKind = "reuse",
    best: bool = True,
    direction: Direction = "source_first",
) -> Passage:
    """Return a passage whose two sides are the words given."""
    there = here if there is None else there
    spans = span(derived.text, here), span(source.text, there)
    equal = len(set(here.split()) & set(there.split()))
    similarity = equal / max(len(here.split()), len(there.split()))
    return Passage(kind, derived.id, source.id, *spans, min(1.0, similarity), 1.0, best, direction, equal, tuple(edits))


def pair() -> tuple[Article, Article]:
    """Return a reprint and the dispatch that it takes up."""
    reprint = _titled("reprise.txt", REPRINT, "2031-03-04", "Le Phare inventé")
    dispatch = _titled("depeche.txt", DISPATCH, "2031-03-03T18:05:00Z", "Agence inventée")
    return reprint, dispatch


def passages(derived: Article, source: Article) -> tuple[Passage, ...]:
    """Return the two passages of `pair`, with a number and a verb that differ."""
    first = "Le port de Sainte-Aurore a repris ses activités lundi, a annoncé la capitainerie. {} navires attendaient au large depuis le début de la grève"  # noqa: E501
    second = "Selon le directeur du port, les équipes vont {} contrôle des trois quais"
    number = edit((derived.text, "Vingt"), (source.text, "Douze"), "number", 0.8)
    verb = edit((derived.text, "se joindre au"), (source.text, "reprendre le"), "verb", 0.9)
    return (
        passage(derived, source, first.format("Vingt"), first.format("Douze"), [number]),
        passage(derived, source, second.format("se joindre au"), second.format("reprendre le"), [verb]),
    )


def credit(derived: Article) -> Credit:
    """Return the partial credit of `pair`."""
    return Credit("partial", ("Agence inventée",), (span(derived.text, "(avec Agence inventée)"),), (1,))


def headline(derived: Article, source: Article) -> Headline:
    """Return the headlines of `pair`."""
    here, there = derived.title or "", source.title or ""
    whole = Edit("headline", "substitute", "wording", 0.4, Span(0, len(here)), Span(0, len(there)))
    return Headline(here, there, (whole,))


def blocks(derived: Article, source: Article) -> tuple[Block, ...]:
    """Return the paragraph that the reprint of `pair` adds."""
    added = span(derived.text, "Les marchands du marché couvert disent leur soulagement. (avec Agence inventée)")
    end = len(source.text)
    return (Block("paragraph", "inserted", added, Span(end, end)),)


def comparison() -> Comparison:
    """Return the reprint and the dispatch compared."""
    derived, source = pair()
    reasons = (Reason("credit", "(avec Agence inventée)"), Reason("time", "le lendemain"))
    return Comparison(
        derived, source, passages(derived, source), blocks(derived, source), headline(derived, source),
        credit(derived), "source_first", reasons, Shares(0.68, 0.08, 0.24),
        tuple(each.derived_span for each in passages(derived, source)),
    )  # fmt: skip


def edge(derived: Article, source: Article, over: Sequence[Passage]) -> Edge:
    """Return the tie between the articles of `pair`."""
    return Edge(
        derived.id, source.id, 0.68, timedelta(hours=16, minutes=30), "source_first",
        (Reason("credit", "(avec Agence inventée)"), Reason("time", "le lendemain")), credit(derived),
        tuple(each.derived_span for each in over), blocks(derived, source), headline(derived, source),
    )  # fmt: skip


def family(*, absent: AbsentOrigin | None = None) -> Family:
    """Return the family of `pair`."""
    derived, source = pair()
    tie = edge(derived, source, passages(derived, source))
    shares = {derived.id: Shares(0.68, 0.08, 0.24), source.id: Shares(0.0, 0.0, 1.0)}
    return Family("f1", source.id, absent, (source.id, derived.id), searched(), (tie,), shares)


def producer() -> Producer:
    """Return what found it, by a version that stays."""
    return Producer(3, {"window": 4, "k": 5, "links": 50}, "0.1.0")


def searched(articles: int = 2) -> Searched:
    """Return a scope with dates."""
    return Searched(articles, "2031-03-03T18:05:00Z", "2031-03-04")


def found(*, nowhere: bool = False) -> Found:
    """Return where else the reprint stands: in the dispatch, or nowhere."""
    derived, source = pair()
    if nowhere:
        return Found((), None, 0.0, searched(1), (span(derived.text, "marchands du marché couvert disent"),))
    return Found(passages(derived, source), source.id, 0.68, searched(1), ())


def _titled(id_: str, text: str, published: str, outlet: str) -> Article:
    title = text.partition("\n")[0]
    whole = Span(0, len(title))
    return article(id_, text, published=published, title=title, title_span=whole, outlet=outlet, language="fr")
