"""A story: the family of texts that share passages, on a time axis."""

from collections.abc import Mapping
from dataclasses import dataclass

from sourcier.core.outlet import Outlet
from sourcier.export import family_rows
from sourcier.export.line import line
from sourcier.export.produced import one_produced
from sourcier.web.contexts.paging import Paging, paging, place
from sourcier.web.contexts.rows import denial_row, overview_row
from sourcier.web.contexts.story import ROWS, Links, StoryPage, story_page
from sourcier.web.visit import Shown, Visit
from sourcier.workflow.story import Story


@dataclass(frozen=True, slots=True)
class OneStory:
    """What the page draws: the story, the part of its ties that is shown, and the outlets registered, by name."""

    story: StoryPage
    paging: Paging
    register: Mapping[str, Outlet]


def show(visit: Visit) -> Shown:
    """Show one story."""
    id_ = visit.path["id"]
    with visit.site.desk() as desk:
        story, register = desk.story(id_), desk.registered()
    links = Links(
        lambda id_: visit.link("article", id=id_),
        lambda id_, other: visit.link("beside", id=id_, other=other),
        lambda id_, other: visit.link("allow", id=id_, other=other),
    )
    offset = place(visit, ROWS)
    parts = paging(visit, "story", ROWS, offset, len(story.family.edges), id=id_)
    context = OneStory(story_page(story, visit.phrases, links, offset), parts, register)
    return Shown("story.html", context, lambda: _row(visit, story))


def _row(visit: Visit, story: Story) -> bytes:
    with visit.site.desk() as desk:
        return one_produced(row(story, desk.texts(story.family.articles)), desk.producer())


def row(story: Story, texts: Mapping[str, str]) -> bytes:
    """Return the line of `trace --families --json`, with what a list shows of the story, and the ties denied."""
    incomplete = {id_ for id_, card in story.cards.items() if not card.complete}
    family = family_rows.family(story.family, texts, incomplete)
    seen = overview_row(story.overview)
    denied = [denial_row(denial) for _, denial in story.denied]
    return line({**family, "origins": seen["origins"], "overview": seen, "denied": denied, "cut": story.cut})
