"""Sheets of invented articles, as a desk would give them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sourcier.core.article import Article
from sourcier.core.card import Card
from sourcier.core.family import AbsentOrigin, Edge, Searched, Shares
from sourcier.core.identity import text_hash
from sourcier.core.overview import Origins, Overview
from sourcier.core.passage import Passage
from sourcier.core.span import Span
from sourcier.export.ties import Held, Ties
from sourcier.workflow.sheet import Sheet
from tests import factory

SEARCHED = Searched(2, "2031-03-03", "2031-03-04", 2)


def card(article: Article, family: str | None = "f1") -> Card:
    """Return the card of an article."""
    return Card(
        article.id, article.title, article.outlet, article.url, article.byline, article.published, article.language,
        article.complete, article.path, len(article.text), text_hash(article.text), "2031-03-05T08:00:00+00:00", family,
    )  # fmt: skip


def sheet(
    article: Article,
    others: Iterable[Article] = (),
    passages: Sequence[Passage] = (),
    edges: Sequence[Edge] = (),
    held: Sequence[Held] = (),
    **more: object,
) -> Sheet:
    """Return a sheet; passages and edges lie on the side that they name the article on."""
    near = [each for each in passages if each.derived == article.id]
    far = [each for each in passages if each.source == article.id]
    own = tuple(each for each in edges if each.derived == article.id)
    theirs = tuple(each for each in edges if each.source == article.id)
    made = Sheet(
        article, card(article), tuple(near), tuple(far), own, theirs, "f1", Shares(0.68, 0.08, 0.24), SEARCHED,
        Ties(own, tuple(held), 0.24, SEARCHED), None, {each.id: card(each) for each in (article, *others)},
        overview(), (), (),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def reprint(**more: object) -> Sheet:
    """Return the sheet of the reprint, which takes up the dispatch with credit for one of two passages."""
    derived, source = factory.pair()
    found = factory.passages(derived, source)
    return replace(sheet(derived, [source], found, [factory.edge(derived, source, found)]), **more)  # type: ignore[arg-type]


def dispatch() -> Sheet:
    """Return the sheet of the dispatch that was taken up."""
    derived, source = factory.pair()
    found = factory.passages(derived, source)
    held = [Held(derived.id, 0.8, "source_first")]
    return sheet(source, [derived], found, [factory.edge(derived, source, found)], held)


def many(count: int) -> tuple[Sheet, dict[str, str]]:
    """Return the sheet of an article with so many passages, each of its own text and with a difference, and the texts.

    Every paragraph is invented.
    """
    lines = [f"Le navire numéro {n} entre au port avec {n} caisses de sel avant la nuit." for n in range(count)]
    article = factory.article("long.txt", "\n".join(lines), title="Un registre du port", outlet="Le Phare inventé")
    found, others, texts, at = [], [], dict[str, str](), 0
    for n, line in enumerate(lines):
        other = factory.article(f"{n}.txt", line.replace("caisses", "sacs"), outlet=f"Gazette {n}")
        change = factory.edit((article.text, f"{n} caisses"), (other.text, f"{n} sacs"), "number")
        start = at + line.index("caisses")
        change = replace(change, derived=Span(start, start + 7), source=factory.span(other.text, "sacs"))
        whole, there = Span(at, at + len(line)), Span(0, len(other.text))
        found.append(
            Passage("reuse", article.id, other.id, whole, there, 0.9, 1.0, True, "source_first", 13, (change,))
        )
        others.append(other)
        texts[other.id] = other.text
        at += len(line) + 1
    return sheet(article, others, found), texts


def overview(absent: AbsentOrigin | None = None) -> Overview:
    """Return the overview of the story of the reprint and the dispatch."""
    return Overview(
        "f1", "Le port", 2, 2, "2031-03-03", "2031-03-04", Origins(1, 1), absent, 2, "verb", 0.9, 1, 0
    )  # fmt: skip
