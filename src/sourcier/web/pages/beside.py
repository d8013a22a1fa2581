"""Two articles side by side, and the same as a file to keep."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sourcier.core.denial import Denial
from sourcier.core.outlet import Outlet
from sourcier.core.overview import Overview
from sourcier.core.version import Place
from sourcier.export.article_rows import compared_fields
from sourcier.export.dossier import dossier
from sourcier.export.dossier_name import dossier_name
from sourcier.export.line import line
from sourcier.export.produced import one_produced
from sourcier.web.contexts.beside import Beside, beside
from sourcier.web.contexts.rows import denial_row
from sourcier.web.visit import File, Shown, Visit
from sourcier.workflow.producing import of_two
from sourcier.workflow.shown import Compared


@dataclass(frozen=True, slots=True)
class BesidePage:
    """The comparison, where it is saved (without and with the whole texts), and how its tie is denied.

    `denial` is the word of a person against the tie, None where there is none. `of_page` tells that the two are
    versions of one page.
    """

    beside: Beside
    saved: str
    saved_full: str
    denial: Denial | None
    deny: str
    allow: str
    story: str | None
    overview: Overview | None
    register: Mapping[str, Outlet]
    of_page: bool = False


def show(visit: Visit) -> Shown:
    """Show two articles side by side, in whichever order the address names them."""
    one, other = visit.path["id"], visit.path["other"]
    with visit.site.desk() as desk:
        pair = desk.pair(one, other)
        denial = desk.denial(pair.derived.id, pair.source.id)
        families = {desk.card(each.id).family for each in (pair.derived, pair.source)}
        family = families.pop() if len(families) == 1 else None
        glance = desk.glance([family]) if family else []
        tie = desk.tie(pair.derived.id, pair.source.id) if family else None
        register = desk.registered()
        places = desk.version_places((pair.derived.id, pair.source.id))
        of_page = desk.of_one_page(pair.derived.id, pair.source.id)
    shared = tie.shared if tie and not denial else None
    made = replace(page(visit, pair, denial, glance[0] if glance else None, shared), register=register)
    context = replace(made, of_page=True, beside=_versions(visit, pair, places)) if of_page else made
    return Shown("beside.html", context, lambda: row(pair, denial, family))


def _versions(visit: Visit, pair: Compared, places: Mapping[str, Place]) -> Beside:
    """Return two versions of one page, called by their numbers."""
    names = {
        side: visit.say("pages.versions.place", n=places[id_].position, total=places[id_].count)
        for side, id_ in (("derived", pair.derived.id), ("source", pair.source.id))
    }
    return beside(pair, visit.phrases, _links(visit, pair), None, names)


def row(pair: Compared, denial: Denial | None, family: str | None) -> bytes:
    """Return the line of `compare --json`, with the word against the tie and the story that both are in, if any."""
    said = {"denial": denial_row(denial) if denial else None, "story": family}
    return one_produced(line({**compared_fields(pair), **said}), of_two())


def page(
    visit: Visit, pair: Compared, denial: Denial | None, overview: Overview | None, tied: float | None
) -> BesidePage:
    """Return the page; `overview` is of the family of both articles, `tied` the share that the lineage says."""
    id_, other = pair.derived.id, pair.source.id
    return BesidePage(
        beside(pair, visit.phrases, _links(visit, pair), tied),
        visit.link("saved", id=id_, other=other),
        visit.link("saved", {"full": 1}, id=id_, other=other),
        denial,
        visit.link("deny", id=id_, other=other),
        visit.link("allow", id=id_, other=other),
        visit.link("story", id=overview.family) if overview else None,
        overview,
        {},
    )


def saved(visit: Visit) -> File:
    """Return the comparison as one HTML file in the visitor's language; with `full=1` both whole texts are in it."""
    with visit.site.desk() as desk:
        pair = desk.pair(visit.path["id"], visit.path["other"])
    content = dossier(pair, visit.phrases, full=visit.query.get("full") == "1")
    return File(content, "text/html; charset=utf-8", dossier_name(pair))


def _links(visit: Visit, pair: Compared) -> Mapping[str, str]:
    return {each.id: visit.link("article", id=each.id) for each in (pair.derived, pair.source)}
