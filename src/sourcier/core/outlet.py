"""A publisher, as a person has registered it."""

from dataclasses import dataclass
from typing import Literal

OutletKind = Literal["agency", "newspaper", "broadcaster", "state", "site"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet by its `name`, with the other names it is written by and the hosts of its sites.

    `group` is who owns it. `client` tells whether it may take up the reference texts by contract; `reference` marks
    an outlet whose articles are texts of reference, such as an agency's own dispatches. None is unknown.
    """

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    group: str | None = None
    kind: OutletKind | None = None
    client: bool | None = None
    reference: bool = False
