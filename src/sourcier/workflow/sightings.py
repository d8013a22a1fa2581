"""The facts of an article as sightings: what is compared with those of other articles."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sourcier.core.article import Article
from sourcier.core.entity import Sighting
from sourcier.core.facts import Facts
from sourcier.core.mention import Mention
from sourcier.reading.entities.naming import named
from sourcier.reading.entities.references import name_key, reference
from sourcier.reading.entities.resolution import blocks
from sourcier.store.sightings import Keys, Sighted

_LANGUAGE = "fr"


def sighted(article: Article, facts: Facts | None) -> Sighted:
    """Return whom and what an article names, each with the others as its company."""
    found = list(_each(article, facts)) if facts else []
    names = [name_key(each.name) for each in found]
    company = tuple(dict.fromkeys(names))
    return Sighted(
        tuple(
            replace(each, companions=tuple(key for key in company if key != own))
            for each, own in zip(found, names, strict=True)
        )
    )


def keys(sighting: Sighting) -> Keys:
    """Return by what a sighting is found and counted."""
    words: tuple[tuple[str, str], ...] = ()
    if sighting.kind == "person":
        name = named(sighting.name, _LANGUAGE)
        if not name.single:
            whole = "".join(sorted(name.glued))  # in any order, written apart or together
            words = tuple((word.spelling, whole) for word in name.words if not word.frequent)
    return Keys(reference(sighting).key, blocks(sighting, _LANGUAGE), name_key(sighting.name), words)


def _each(article: Article, facts: Facts) -> Iterator[Sighting]:
    published = article.published.value if article.published else None
    for bare in (*_people(article, facts), *_bodies(article, facts), *_places(article, facts)):
        yield replace(bare, published=published, outlet=article.outlet)


def _people(article: Article, facts: Facts) -> Iterator[Sighting]:
    for at, one in enumerate(facts.people):
        roles = tuple(dict.fromkeys(_words(role.span.of(article.text)) for role in one.roles))
        yield Sighting(article.id, at, "person", one.name, _forms(one.mentions, article.text), roles, one.country)


def _bodies(article: Article, facts: Facts) -> Iterator[Sighting]:
    for at, one in enumerate(facts.organisations):
        forms = _forms(one.mentions, article.text)
        yield Sighting(article.id, at, "organisation", one.name, forms, (), one.country, one.acronym, one.kind)


def _places(article: Article, facts: Facts) -> Iterator[Sighting]:
    for at, one in enumerate(facts.places):
        forms = _forms(one.mentions, article.text)
        yield Sighting(article.id, at, "place", one.name, forms, country=one.country, source_id=one.source_id)


def _forms(mentions: Iterable[Mention], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_words(each.span.of(text)) for each in mentions))


def _words(text: str) -> str:
    return " ".join(text.split())
