"""The versions of an article's page, with what changed from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from sourcier.core.card import Card
from sourcier.core.edit import Edit
from sourcier.core.version import Revision
from sourcier.export import sentences
from sourcier.export.version_rows import time, told
from sourcier.lang.interface import Phrases
from sourcier.web.contexts.article_differences import Difference, Words

_SHOWN = 3  # differences of a version
_LISTED = 12  # versions, around the one that is shown
_CITED = 70  # code points of one side


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version: `told` says in numbers what changed since the one `before`; `more` changes are not in `changes`."""

    card: Card
    position: int
    time: str
    told: str
    changes: tuple[Difference, ...]
    more: int
    before: str | None
    here: bool


@dataclass(frozen=True, slots=True)
class Versions:
    """Those around the one shown, of `count`; `ordered` tells whether each certainly came after the one before."""

    rows: tuple[VersionRow, ...]
    count: int
    ordered: bool

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.count - len(self.rows)


def versions(found: Sequence[Revision], shown: str, phrases: Phrases) -> Versions | None:
    """Return the list on the page of the article `shown`; None where its page has one text alone."""
    if not found:
        return None
    place = next((at for at, each in enumerate(found) if each.version.article.id == shown), 0)
    start = max(0, min(place - _LISTED // 2, len(found) - _LISTED))
    rows = tuple(_row(each, shown, phrases) for each in found[start : start + _LISTED])
    return Versions(rows, len(found), all(each.ordered for each in found[1:]))


def _row(each: Revision, shown: str, phrases: Phrases) -> VersionRow:
    version = each.version
    return VersionRow(
        card=version.article,
        position=version.position,
        time=time(version, phrases),
        told=told(each, phrases),
        changes=tuple(_change(each, edit) for edit in each.edits[:_SHOWN]),
        more=max(0, len(each.edits) - _SHOWN),
        before=each.before.article.id if each.before else None,
        here=version.article.id == shown,
    )


def _change(each: Revision, edit: Edit) -> Difference:
    derived, source = (each.pair.derived, each.pair.source) if each.pair else (None, None)
    before = sentences.shortened(edit.source.of(source.text), _CITED) if source else ""
    after = sentences.shortened(edit.derived.of(derived.text), _CITED) if derived else ""
    there = Words(before, source.language if source else None, here=False)
    here = Words(after, derived.language if derived else None, here=True)
    return Difference(0, edit.category, (there, here), each.ordered)
