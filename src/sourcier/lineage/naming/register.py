"""The register of agencies and broadcasters: names, aliases and sites."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from sourcier.text.fold import fold


@dataclass(frozen=True, slots=True)
class Outlet:
    """One entry of `lang/agencies.toml`; `homograph`: its short name means other things too."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    homograph: bool

    @property
    def names(self) -> tuple[str, ...]:
        """Return all ways to write it; a name with its country in brackets is the program's, and no text's."""
        return (*(() if "(" in self.name else (self.name,)), *self.aliases)


@cache
def register() -> tuple[Outlet, ...]:
    """Return all entries, sorted by name."""
    table = tomllib.loads(files("sourcier.lang").joinpath("agencies.toml").read_text("utf-8"))
    return tuple(
        Outlet(row["name"], row["kind"], tuple(row["aliases"]), tuple(row["domains"]), row.get("homograph", False))
        for row in table["agency"]
    )


@cache
def _by_key() -> dict[str, tuple[Outlet, ...]]:
    found: dict[str, tuple[Outlet, ...]] = {}
    for outlet in register():
        for key in {fold(name) for name in (outlet.name, *outlet.names)}:
            found[key] = (*found.get(key, ()), outlet)
    return found


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in register() for domain in outlet.domains}


_ARTICLE = re.compile(r"(?:l['’]|la\s|le\s|the\s)", re.IGNORECASE)


@lru_cache(4096)
def entries(name: str) -> tuple[Outlet, ...]:
    """Return what `name` can mean: no entry, one, or the several that share an acronym."""
    bare = name[match.end() :] if (match := _ARTICLE.match(name)) else name
    return _by_key().get(fold(name)) or _by_key().get(fold(bare), ())


def agency(name: str) -> str | None:
    """Return the canonical name of an agency or broadcaster, None for any other name.

    An acronym that several share (APS) stays as the register writes it, since nothing says which is meant.
    """
    found = entries(name)
    if len(found) > 1:
        return next(alias for alias in found[0].aliases if fold(alias) == fold(_ARTICLE.sub("", name, count=1)))
    return found[0].name if found else None


_SHORT = 5  # letters: a shorter name may be a person's first name (Ami, Efe) or initials (A. P.)


@lru_cache(4096)
def spelt(written: str) -> str | None:
    """Return the canonical name of what stands in a signature, where a short name counts only as it is registered."""
    name = agency(written)
    bare = _ARTICLE.sub("", written, count=1)
    if name and len(fold(bare)) <= _SHORT and not any(bare in entry.names for entry in entries(written)):
        return None
    return name


@lru_cache(4096)
def agency_of_host(name: str) -> str | None:
    """Return the agency or broadcaster that a host (fr.apanews.net) belongs to."""
    labels = name.split(".")
    tails = (".".join(labels[place:]) for place in range(len(labels) - 1))
    return next((found.name for tail in tails if (found := _by_domain().get(tail))), None)
