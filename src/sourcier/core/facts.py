"""What the readers find in one text: who, which bodies, where, when, how many."""

from dataclasses import dataclass

from sourcier.core.date import Date
from sourcier.core.location import Location
from sourcier.core.number import Number
from sourcier.core.organisation import Organisation
from sourcier.core.person import Office, Person
from sourcier.core.problem import Problem


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one text, each kind in the order of the text; spans of people, bodies, places and roles are apart.

    `country` is the country that the text is about or comes from (ISO 3166 alpha-2), None where it does not tell.
    """

    people: tuple[Person, ...]
    offices: tuple[Office, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[Location, ...]
    dates: tuple[Date, ...]
    numbers: tuple[Number, ...]
    country: str | None
    problems: tuple[Problem, ...]
