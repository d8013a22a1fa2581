"""The register of outlets, and the names in use that are not in it."""

from dataclasses import asdict, dataclass
from typing import get_args

from sourcier.core.errors import InputError
from sourcier.core.outlet import Outlet, OutletKind
from sourcier.core.page import Page
from sourcier.export.line import line
from sourcier.web.contexts.paging import Paging, paging, place
from sourcier.web.visit import Visit
from sourcier.workflow.desk import Desk

KINDS: tuple[OutletKind, ...] = get_args(OutletKind)
_NAMES = 100  # on one page
_LONGEST = 2_000  # characters of a name, or of a list of them
_CLIENT = {"yes": True, "no": False, "": None}


@dataclass(frozen=True)
class Outlets:
    """The registered outlets with their number of articles, and a part of the other names in use, the most used first.

    `prefix` is how these begin, accents and case apart. `stale`: what articles share was found before the register was
    last changed.
    """

    known: tuple[tuple[Outlet, int], ...]
    others: Page[tuple[str, int]]
    prefix: str
    paging: Paging
    stale: bool = False

    def row(self) -> bytes:
        """Return it as JSON."""
        items = [{**asdict(outlet), "articles": articles} for outlet, articles in self.known]
        others = [{"name": name, "articles": n} for name, n in self.others.items]
        return line({
            "items": items, "unregistered": others, "total": self.others.total, "offset": self.others.offset,
            "stale": self.stale,
        })  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One outlet in its form; `was` is the name that it is registered by, None for a new one."""

    outlet: Outlet
    was: str | None
    kinds: tuple[OutletKind, ...] = KINDS

    def row(self) -> bytes:
        """Return it as JSON."""
        return line({**asdict(self.outlet), "registered": self.was is not None})


def outlets(desk: Desk, visit: Visit) -> Outlets:
    """Build the list; `?begins=` asks for names that begin so."""
    prefix, offset = visit.query.get("begins", "").strip()[:_LONGEST], place(visit, _NAMES)
    registered = desk.outlets()
    used = desk.outlet_counts(each.name for each in registered)
    others = desk.unregistered(prefix, _NAMES, offset)
    parts = paging(visit, "outlets", _NAMES, offset, others.total)
    return Outlets(tuple((each, used.get(each.name, 0)) for each in registered), others, prefix, parts, desk.stale())


def entry(desk: Desk, name: str) -> Entry:
    """Build the form of an outlet, empty but for its name where it is not registered."""
    known = desk.outlet(name) if name else None
    return Entry(known, known.name) if known else Entry(Outlet(name), None)


def given(visit: Visit) -> Outlet:
    """Return the outlet that a form describes; raises InputError for a kind that is none."""
    form, kind = visit.form, visit.form.get("kind") or None
    for field in ("name", "aliases", "domains", "group"):
        if len(form.get(field, "")) > _LONGEST:
            raise InputError(f"{field}: more than {_LONGEST:,} characters")
    if kind is not None and kind not in KINDS:
        raise InputError(f"no kind of outlet is called {kind[:40]!r}")
    return Outlet(
        name=form.get("name", "").strip(),
        aliases=_lines(form.get("aliases", "")),
        domains=_lines(form.get("domains", "")),
        group=form.get("group", "").strip() or None,
        kind=kind,
        client=_CLIENT.get(form.get("client", "")),
        reference=form.get("reference") == "yes",
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.splitlines() if part.strip())
