"""A body that acts: a state, an army, an agency, a party, a firm."""

from dataclasses import dataclass
from typing import Literal

from sourcier.core.mention import Mention

OrganisationKind = Literal[
    "government",
    "military",
    "armed_group",
    "party",
    "international",
    "ngo",
    "company",
    "media",
    "religious",
    "judicial",
    "other",
]


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation of a text: `name` is its fullest form there, `acronym` the one that the text or a list gives.

    `country` is ISO 3166 alpha-2, None for what belongs to several and where it is not told.
    """

    name: str
    acronym: str | None
    kind: OrganisationKind
    mentions: tuple[Mention, ...]
    country: str | None
    producer: str
