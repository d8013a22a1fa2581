"""One person, organisation or place over many articles, and why it is held to be one."""

from dataclasses import dataclass
from typing import Literal

from sourcier.core.organisation import OrganisationKind

EntityKind = Literal["person", "organisation", "place"]
DecisionKind = Literal["merge", "split", "rename"]


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A sighting named so that any new analysis finds it again: its article's id, its kind and its name's key."""

    article: str
    kind: EntityKind
    key: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person, organisation or place as one article has it: `name` is the fullest of its `forms` there.

    `index` is its number among those of its kind in the article. `roles` are the words of its roles. `country` is ISO
    3166 alpha-2. `source_id` is the gazetteer's, of places. `companions` are the keys of the article's
    other names. `published` is EDTF or ISO 8601.
    """

    article: str
    index: int
    kind: EntityKind
    name: str
    forms: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    country: str | None = None
    acronym: str | None = None
    organisation_kind: OrganisationKind | None = None
    source_id: str | None = None
    companions: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for a match, or against it where `weight` is below 0; `text` is the evidence itself, no sentence.

    `kind` is a short English word (`name`, `spelling`, `office`, `country`, `company` …) for the page to translate.
    """

    kind: str
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Match:
    """Two sightings compared; `score` is 0..1."""

    left: Reference
    right: Reference
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided; those of a ledger hold in their order, over whatever the analysis finds.

    merge: the entity of `sighting` and that of `other` are one. split: `sighting` stands apart from its entity.
    rename: the entity of `sighting` is called `name`. `time` is ISO 8601 in UTC.
    """

    kind: DecisionKind
    sighting: Reference
    other: Reference | None = None
    name: str | None = None
    author: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Sightings held to be one, the earliest first; `matches` tell why, none where there is one sighting.

    `id` is made of the earliest sighting's reference and kept when others join. `country` is ISO 3166 alpha-2, None
    where no sighting tells. `decisions` are those that shaped it.
    """

    id: str
    kind: EntityKind
    name: str
    country: str | None
    sightings: tuple[Sighting, ...]
    matches: tuple[Match, ...] = ()
    decisions: tuple[Decision, ...] = ()
