"""Two articles of the ledger compared while one waits."""

from collections.abc import Set
from dataclasses import replace

from sourcier.core.article import Article
from sourcier.core.errors import InputError
from sourcier.workflow import denied
from sourcier.workflow.shown import Compared, shown
from sourcier.workflow.trace import compare

MOST = 500_000
"""Code points of both texts together: about two seconds. A book has as many; the longest of articles has a tenth."""


def beside(one: Article, other: Article, denials: Set[denied.Pair]) -> Compared:
    """Compare two articles; of a pair that was denied no direction is told.

    Raises InputError for one article beside itself, and for texts that are too long.
    """
    if one.id == other.id:
        raise InputError(f"{one.id} is one article, and two are compared", "choose another article beside it")
    check_length(one, other)
    found = shown(compare(one, other))
    if denied.pair(one.id, other.id) not in denials:
        return found
    return replace(found, passages=denied.passages(found.passages, denials), direction="unknown", reasons=())


def check_length(one: Article, other: Article) -> None:
    """Raise InputError for two texts that are too long to be compared while one waits."""
    if len(one.text) + len(other.text) > MOST:
        raise InputError(
            f"{one.id} and {other.id} are too long to be compared on a page: more than {MOST} characters together",
            "`sourcier compare` does it on the command line, and takes its time",
        )
