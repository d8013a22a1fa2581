"""One article: its text with what is shared, and the evidence beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from sourcier.core.correction import Correction
from sourcier.core.errors import InputError
from sourcier.core.facts import Facts
from sourcier.core.overview import Overview
from sourcier.core.problem import Problem
from sourcier.core.span import Span
from sourcier.core.version import Revision
from sourcier.export import article_rows, fact_rows, family_rows, version_rows
from sourcier.export.line import line
from sourcier.export.produced import one_produced
from sourcier.export.rows import span
from sourcier.web.contexts.article import page
from sourcier.web.contexts.article_corrections import Draft, corrections
from sourcier.web.contexts.article_facts import article_facts
from sourcier.web.contexts.article_marks import Layer
from sourcier.web.contexts.article_plan import plan
from sourcier.web.contexts.article_versions import versions
from sourcier.web.contexts.rows import denial_row
from sourcier.web.visit import Shown, Visit
from sourcier.workflow.sheet import Sheet

_MOST = 100_000  # the number of a passage, far above any


def show(visit: Visit) -> Shown:
    """Show it in the layer of the query, evidence from the passage `from` on."""
    return shown(visit, _layer(visit), visit.number("from", 0, _MOST))


def again(visit: Visit, draft: Draft) -> Shown:
    """Show it with a form that could not be kept, as it was typed, and with what is wrong in it."""
    refused = {"error": next(iter(draft.wrong.values()), ""), "hint": None, "fields": dict(draft.wrong)}
    return replace(shown(visit, draft=draft), row=lambda: line(refused), status=400)


def shown(visit: Visit, layer: Layer | None = None, start: int = 0, draft: Draft | None = None) -> Shown:
    """Show the article of the address."""
    with visit.site.desk() as desk:
        sheet = desk.article(visit.path["id"])
        given = plan(sheet, layer, start)
        texts = desk.texts(given.needed)
        stale, register = desk.stale(), desk.registered()
        rare = desk.rare_phrases(sheet.article, sheet.searched.articles) if given.alone else ()
        revisions = desk.versions(sheet.article.id)
        found = desk.facts(sheet.article) if layer == "facts" else None
    made = page(given, texts, visit.phrases, register, stale=stale)
    looked_for = tuple(" ".join(each.of(sheet.article.text).split()) for each in rare)
    made = replace(made, rare=looked_for, versions=versions(revisions, sheet.article.id, visit.phrases))
    if found is not None:
        made = replace(made, facts=article_facts(sheet.article, found, visit.phrases))
    if draft:
        made = replace(made, corrections=corrections(sheet, visit.phrases, draft), stale=False)
    return Shown("article.html", made, lambda: _whole(visit, sheet, rare, revisions, found))


def _whole(
    visit: Visit, sheet: Sheet, rare: Iterable[Span], revisions: Iterable[Revision], found: Facts | Problem | None
) -> bytes:
    with visit.site.desk() as desk:
        texts, producer = desk.texts(sheet.cards), desk.producer()
    whole = {**row(sheet, texts, rare), "versions": version_rows.rows(revisions)}
    if isinstance(found, Facts):
        whole["facts"] = fact_rows.fields(found, sheet.article.text)
    return one_produced(line(whole), producer)


def row(sheet: Sheet, texts: Mapping[str, str], rare: Iterable[Span] = ()) -> dict[str, Any]:
    """Return the fields of `show --json` with what only the page knows; `texts` are those of all articles named."""
    article = sheet.article
    passages = [
        each for each in (*sheet.passages, *sheet.later_passages) if {each.derived, each.source} <= texts.keys()
    ]
    edges = [each for each in (*sheet.edges, *sheet.later_edges) if {each.derived, each.source} <= texts.keys()]
    return {
        **article_rows.shown_fields(article, passages, edges, (sheet.shares, sheet.searched), texts),
        "story": sheet.family,
        "origins": _origins(sheet.overview),
        "absent_origin": family_rows.absent_origin(sheet.absent),
        "corrections": [_correction(each) for each in sheet.corrections],
        "denials": [denial_row(each) for each in sheet.denials],
        "chain": {source: list(above) for source, above in sheet.ties.chains.items()},
        "cut": sheet.cut,
        "rare_phrases": [span(each, article.text) for each in rare],
    }


def _origins(overview: Overview | None) -> dict[str, int] | None:
    return {"min": overview.origins.min, "max": overview.origins.max} if overview else None


def _correction(each: Correction) -> dict[str, Any]:
    names: Sequence[str] = ("field", "old", "new", "author", "time", "undone")
    return {name: getattr(each, name) for name in names}


def _layer(visit: Visit) -> Layer | None:
    given = visit.query.get("layer")
    if given is None:
        return None
    for layer in get_args(Layer):
        if given == layer:
            return layer  # type: ignore[no-any-return]
    raise InputError(f"no layer is called {given[:40]!r}", f"the layers are: {', '.join(get_args(Layer))}")
