"""An outlet as a person types it, and as the register keeps it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from sourcier.core.address import host
from sourcier.core.errors import InputError
from sourcier.core.outlet import Outlet, OutletKind
from sourcier.store.records import written
from sourcier.text.fold import fold

_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)+")


def checked(wish: Outlet) -> Outlet:
    """Return the outlet without doubles and spaces too many, its domains as hosts; raises InputError."""
    name = _line(wish.name)
    if not fold(name):
        raise InputError(f"an outlet's name has at least a letter or a digit, not {wish.name!r}")
    if wish.kind is not None and wish.kind not in get_args(OutletKind):
        raise InputError(f"{wish.kind!r} is no kind of outlet", f"it can be one of {', '.join(get_args(OutletKind))}")
    domains = tuple(dict.fromkeys(_domain(each) for each in wish.domains if each.strip()))
    group = _line(wish.group) if wish.group else None
    return replace(wish, name=name, aliases=names(name, wish.aliases), domains=domains, group=group or None)


def names(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Return the aliases that are written otherwise than the name and one another, case, accents and spaces apart."""
    found: dict[str, str] = {}
    for alias in map(_line, others):
        if alias and not fold(alias):
            raise InputError(f"another name has at least a letter or a digit, not {alias!r}")
        found.setdefault(fold(alias), alias)
    return tuple(alias for key, alias in found.items() if key not in {"", fold(name)})


def _domain(typed: str) -> str:
    site = (host(written(typed).strip()) or "").rstrip(".")
    if not _SITE.fullmatch(site):
        raise InputError(f"{typed!r} is not a site's address", "write it as in phare.example")
    return site


def _line(text: str) -> str:
    return " ".join(written(text).split())
