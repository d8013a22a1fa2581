"""An excerpt as the readers have read it."""

from dataclasses import dataclass
from functools import cached_property

from eval.cases.facts.forms import Excerpt
from sourcier.core.facts import Facts
from sourcier.core.moment import Moment
from sourcier.reading.gazetteer.gazetteer import gazetteer
from sourcier.text.analysis import Analysis
from sourcier.workflow.facts import facts


@dataclass(frozen=True)
class Reading:
    """An excerpt and its analysis; `outlet` is the country told to the readers, None as where it is not known."""

    excerpt: Excerpt
    analysis: Analysis
    outlet: str | None = None

    @property
    def published(self) -> Moment | None:
        """The excerpt's day of publication."""
        return Moment(self.excerpt.published) if self.excerpt.published else None

    @cached_property
    def facts(self) -> Facts:
        """What all readers find, each given what it needs of the others, as in use."""
        return facts(self.analysis, gazetteer(), self.published, self.excerpt.id, self.outlet)
