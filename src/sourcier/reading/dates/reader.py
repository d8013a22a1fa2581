"""The door of the dates reader."""

from dataclasses import dataclass

from sourcier.core.date import Date
from sourcier.core.moment import Moment
from sourcier.text.analysis import Analysis

PRODUCER = "dates 1"


@dataclass(frozen=True, slots=True)
class Dated:
    """The dates of a text in their order, and what is wrong with some of them, a line each."""

    dates: tuple[Date, ...] = ()
    problems: tuple[str, ...] = ()


def dates(analysis: Analysis, published: Moment | None) -> Dated:  # noqa: ARG001 - the grammar is not written yet
    """Return the expressions of time in a text; without the day of publication, what leans on it has no value."""
    return Dated()
