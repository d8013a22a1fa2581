"""The facts of a text as tables for people: headings and cells, for a screen or a page."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sourcier.core.date import Date
from sourcier.core.facts import Facts
from sourcier.core.location import Location
from sourcier.core.mention import Mention
from sourcier.core.number import Number
from sourcier.core.organisation import Organisation
from sourcier.core.person import Person, Role
from sourcier.core.span import Span
from sourcier.export.calendar_words import in_words
from sourcier.lang.interface import Phrases

Kind = Literal["people", "offices", "organisations", "places", "dates", "numbers"]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was found: its cells, and where the text speaks of it, the first place first."""

    cells: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What one reader found, in the order of the text."""

    kind: Kind
    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(facts: Facts, text: str, phrases: Phrases) -> Iterator[Table]:
    """Yield a table for each reader that found something."""
    makers: dict[Kind, tuple[Sequence[str], Callable[[], list[Row]]]] = {
        "people": (("name", "roles", "country", "mentions"), lambda: [_person(e, text, phrases) for e in facts.people]),
        "offices": (("role", "country"), lambda: [_office(e.role, e.country, text, phrases) for e in facts.offices]),
        "organisations": (
            ("name", "kind", "country", "mentions"),
            lambda: [_organisation(each, phrases) for each in facts.organisations],
        ),
        "places": (
            ("name", "kind", "country", "point", "mentions"),
            lambda: [_place(each, phrases) for each in facts.places],
        ),
        "dates": (("words", "date", "leans"), lambda: [_date(each, text, phrases) for each in facts.dates]),
        "numbers": (("words", "value", "kind", "what"), lambda: [_number(e, text, phrases) for e in facts.numbers]),
    }
    for kind, (columns, made) in makers.items():
        rows = made()
        if rows:
            names = [phrases.say(f"facts.column.{column}") for column in columns]
            yield _filled(kind, phrases.say(f"facts.{kind}"), names, rows)


def _filled(kind: Kind, heading: str, columns: Sequence[str], rows: Sequence[Row]) -> Table:
    """A table without the columns in which no row has a word."""
    kept = [at for at in range(len(columns)) if any(row.cells[at] for row in rows)]
    lines = tuple(Row(tuple(row.cells[at] for at in kept), row.spans) for row in rows)
    return Table(kind, heading, tuple(columns[at] for at in kept), lines)


def _words(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def _spans(mentions: Sequence[Mention]) -> tuple[Span, ...]:
    return tuple(each.span for each in mentions)


def _person(person: Person, text: str, phrases: Phrases) -> Row:
    roles = dict.fromkeys(_role(each, text, phrases) for each in person.roles)
    spans = sorted([*_spans(person.mentions), *(each.span for each in person.roles)])
    cells = (person.name, phrases.say("facts.list").join(roles), person.country or "", str(len(person.mentions)))
    return Row(cells, tuple(spans))


def _role(role: Role, text: str, phrases: Phrases) -> str:
    words = _words(role.span, text)
    return words if role.state == "current" else phrases.say(f"facts.role.{role.state}", role=words)


def _office(role: Role, country: str | None, text: str, phrases: Phrases) -> Row:
    return Row((_role(role, text, phrases), country or ""), (role.span,))


def _organisation(body: Organisation, phrases: Phrases) -> Row:
    name = f"{body.name} ({body.acronym})" if body.acronym and body.acronym != body.name else body.name
    cells = (name, phrases.say(f"facts.body.{body.kind}"), body.country or "", str(len(body.mentions)))
    return Row(cells, _spans(body.mentions))


def _place(place: Location, phrases: Phrases) -> Row:
    kind = phrases.say(f"facts.place.{place.kind}")
    return Row(
        (place.name, kind, place.country or "", _point(place, phrases), str(len(place.mentions))),
        _spans(place.mentions),
    )


def _point(place: Location, phrases: Phrases) -> str:
    if place.lat is None or place.lon is None:
        return ""
    point = f"{phrases.decimal(place.lat, 2)} {phrases.decimal(place.lon, 2)}"
    if place.uncertainty_km is None:
        return point
    return phrases.say("facts.within", point=point, km=round(place.uncertainty_km))


def _date(date: Date, text: str, phrases: Phrases) -> Row:
    value = in_words(date.value, phrases) if date.value else phrases.say("facts.not_told")
    if date.shifted_from:
        value = phrases.say("facts.shifted", value=value, here=in_words(date.shifted_from, phrases))
    leans = phrases.say(f"facts.anchor.{'copied' if date.anchored_on else date.anchor}")
    return Row((_words(date.span, text), value, leans), (date.span,))


def _number(number: Number, text: str, phrases: Phrases) -> Row:
    kind = phrases.say(f"facts.number.{number.kind}")
    cells = (_words(number.span, text), _value(number, phrases), kind, number.what or "")
    return Row(cells, (number.span,))


def _value(number: Number, phrases: Phrases) -> str:
    if number.value is None:
        return phrases.say("facts.not_told")
    value = _figure(number.value, phrases)
    if number.value_max is not None:
        value = phrases.say("facts.between", low=value, high=_figure(number.value_max, phrases))
    elif number.bound in {"min", "max", "approx"}:
        value = phrases.say(f"facts.bound.{number.bound}", value=value)
    return f"{value} {number.unit}" if number.unit else value


def _figure(value: float, phrases: Phrases) -> str:
    if float(value).is_integer():
        return phrases.number(int(value))
    return phrases.decimal(value, 3).rstrip("0")
