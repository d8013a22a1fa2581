"""A human being as one text speaks of them."""

from dataclasses import dataclass
from typing import Literal

from sourcier.core.mention import Mention
from sourcier.core.span import Span

RoleState = Literal["current", "former", "interim"]


@dataclass(frozen=True, slots=True)
class Role:
    """An office, a rank or a trade, as the text has it: `span` is the whole phrase without its article.

    `alone` where it stands for the person by itself (« le ministre a dit »). `since` is EDTF, None where no date is
    told. `cue` is the words that make it a former or an interim one, or None.
    """

    span: Span
    state: RoleState
    alone: bool
    since: str | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One human being of a text: `name` is the fullest form it has, `mentions` are by name, in order.

    `country` is ISO 3166 alpha-2, None where the text does not tell.
    """

    name: str
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    country: str | None
    producer: str


@dataclass(frozen=True, slots=True)
class Office:
    """A role whose holder the text does not name (« le procureur de la République »)."""

    role: Role
    country: str | None
    producer: str
