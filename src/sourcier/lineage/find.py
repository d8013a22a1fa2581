"""Where else a text stands, and what to search for when it stands nowhere."""

from collections.abc import Sequence
from dataclasses import replace

from sourcier.core.article import Article
from sourcier.core.family import Searched
from sourcier.core.found import Found
from sourcier.core.passage import Passage, turned
from sourcier.lineage.analysis import Analysis, analyse
from sourcier.lineage.families import searched_among
from sourcier.lineage.passages import passages
from sourcier.lineage.rarity import rare_phrases, words_used


def find(article: Article, articles: Sequence[Article]) -> Found:
    """Compare one text with all of `articles`; it is always the derived one, and an article of its id is left out."""
    others = [other for other in articles if other.id != article.id]
    found = among(article, others)
    return found if found.best else replace(found, rare_phrases=rare_phrases(article, words_used(others)))


def among(article: Article, others: Sequence[Article]) -> Found:
    """Compare one text with others, none of which has its id; rare phrases are left out."""
    analysis = analyse([*others, article])
    place = next(number for number, each in enumerate(analysis.articles) if each.id == article.id)
    return found_of(analysis, place, searched_among(others))


def found_of(analysis: Analysis, place: int, searched: Searched) -> Found:
    """Return what the text at a place shares with the others; rare phrases are left out."""
    id_ = analysis.articles[place].id
    found = [_from(passage, id_) for passage in passages(analysis, wanted=lambda *pair: place in pair)]
    found.sort(key=lambda passage: (passage.derived_span, passage.source))
    partners = analysis.sharing.partners.get(place, {})
    best = min(partners, key=lambda other: (-partners[other], other), default=None)
    union = 0
    for other in partners:
        union |= analysis.sharing.words(place, other).equal
    return Found(
        tuple(found),
        None if best is None else analysis.articles[best].id,
        round(union.bit_count() / max(int(analysis.sizes[place]), union.bit_count(), 1), 4),
        searched,
        (),
    )


def _from(passage: Passage, id_: str) -> Passage:
    """The passage with the text asked about as the derived one; its edits hold in one direction only."""
    if passage.derived == id_:
        return passage
    return replace(turned(passage), edits=())
