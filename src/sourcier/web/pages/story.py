"""A story: the family of texts that share passages, on a time axis."""

from collections.abc import Mapping

from sourcier.export import family_rows
from sourcier.export.line import line
from sourcier.web.contexts.paging import paging, place
from sourcier.web.contexts.rows import overview_row
from sourcier.web.contexts.story import ROWS, Links, story_page
from sourcier.web.visit import Shown, Visit
from sourcier.workflow.story import Story


def show(visit: Visit) -> Shown:
    """Show one story."""
    id_ = visit.path["id"]
    with visit.site.desk() as desk:
        story = desk.story(id_)
    links = Links(
        lambda id_: visit.link("article", id=id_),
        lambda id_, other: visit.link("beside", id=id_, other=other),
        lambda id_, other: visit.link("allow", id=id_, other=other),
    )
    offset = place(visit, ROWS)
    context = {
        "story": story_page(story, visit.phrases, links, offset),
        "paging": paging(visit, "story", ROWS, offset, len(story.family.edges), id=id_),
    }
    return Shown("story.html", context, lambda: _row(visit, story))


def _row(visit: Visit, story: Story) -> bytes:
    with visit.site.desk() as desk:
        return row(story, desk.texts(story.family.articles))


def row(story: Story, texts: Mapping[str, str]) -> bytes:
    """Return the line of `trace --families --json`, with the origins and what a list shows of the story."""
    incomplete = {id_ for id_, card in story.cards.items() if not card.complete}
    family = family_rows.family(story.family, texts, incomplete)
    seen = overview_row(story.overview)
    return line({**family, "origins": seen["origins"], "overview": seen})
