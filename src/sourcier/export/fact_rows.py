"""What the readers found as JSON values: the lines of `read --json`."""

from collections.abc import Iterable
from typing import Any

from sourcier.core.article import Article
from sourcier.core.date import Date
from sourcier.core.facts import Facts
from sourcier.core.location import Location
from sourcier.core.mention import Mention
from sourcier.core.number import Number
from sourcier.core.organisation import Organisation
from sourcier.core.person import Office, Person, Role
from sourcier.core.problem import Problem
from sourcier.export.line import line
from sourcier.export.rows import span
from sourcier.version import __version__


def read(article: Article, facts: Facts | None, problems: Iterable[Problem]) -> bytes:
    """Return the line of one article; what no reader could read has no key."""
    title = article.title_span
    return line(
        {
            "id": article.id,
            "path": article.path,
            "url": article.url,
            "outlet": article.outlet,
            "title": article.title,
            "title_span": {"start": title.start, "end": title.end} if title else None,
            "byline": article.byline,
            "published": article.published.value if article.published else None,
            "language": article.language,
            "text": article.text,
            **(fields(facts, article.text) if facts else {}),
            "problems": [{"stage": each.stage, "message": each.message} for each in problems],
            "producer": {"name": "sourcier", "version": __version__},
        }
    )


def fields(facts: Facts, text: str) -> dict[str, Any]:
    """Return the facts of a text, a list a reader."""
    return {
        "country": facts.country,
        "people": [_person(each, text) for each in facts.people],
        "offices": [_office(each, text) for each in facts.offices],
        "organisations": [_organisation(each, text) for each in facts.organisations],
        "places": [_place(each, text) for each in facts.places],
        "dates": [_date(each, text) for each in facts.dates],
        "numbers": [_number(each, text) for each in facts.numbers],
    }


def _mention(mention: Mention, text: str) -> dict[str, Any]:
    cue = span(mention.cue, text) if mention.cue else None
    return {**span(mention.span, text), "rule": mention.rule, "cue": cue}


def _mentions(mentions: Iterable[Mention], text: str) -> list[dict[str, Any]]:
    return [_mention(each, text) for each in mentions]


def _role(role: Role, text: str) -> dict[str, Any]:
    cue = span(role.cue, text) if role.cue else None
    return {"span": span(role.span, text), "state": role.state, "alone": role.alone, "since": role.since, "cue": cue}


def _person(person: Person, text: str) -> dict[str, Any]:
    return {
        "name": person.name,
        "mentions": _mentions(person.mentions, text),
        "roles": [_role(each, text) for each in person.roles],
        "country": person.country,
        "producer": person.producer,
    }


def _office(office: Office, text: str) -> dict[str, Any]:
    return {**_role(office.role, text), "country": office.country, "producer": office.producer}


def _organisation(organisation: Organisation, text: str) -> dict[str, Any]:
    return {
        "name": organisation.name,
        "acronym": organisation.acronym,
        "kind": organisation.kind,
        "mentions": _mentions(organisation.mentions, text),
        "country": organisation.country,
        "producer": organisation.producer,
    }


def _place(place: Location, text: str) -> dict[str, Any]:
    return {
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "uncertainty_km": place.uncertainty_km,
        "source_id": place.source_id,
        "mentions": _mentions(place.mentions, text),
        "producer": place.producer,
    }


def _date(date: Date, text: str) -> dict[str, Any]:
    return {
        "span": span(date.span, text),
        "value": date.value,
        "precision": date.precision,
        "anchor": date.anchor,
        "anchored_on": date.anchored_on,
        "shifted_from": date.shifted_from,
        "producer": date.producer,
    }


def _figure(value: float | None) -> float | int | None:
    """A whole number without a decimal point."""
    return int(value) if value is not None and float(value).is_integer() else value


def _number(number: Number, text: str) -> dict[str, Any]:
    return {
        "span": span(number.span, text),
        "kind": number.kind,
        "value": _figure(number.value),
        "value_max": _figure(number.value_max),
        "bound": number.bound,
        "what": number.what,
        "unit": number.unit,
        "producer": number.producer,
    }
