"""How a page changed: each of its texts beside the one before."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sourcier.core.article import Article
from sourcier.core.comparison import Comparison
from sourcier.core.edit import MEANING, Edit
from sourcier.core.version import Revision, Version
from sourcier.export.negations import counted
from sourcier.lineage.compare import compare
from sourcier.workflow.beside import MOST, check_length
from sourcier.workflow.shown import Compared, shown
from sourcier.workflow.trace import with_languages

COMPARED = 20
"""Versions that are compared with the one before, those around the one asked for: about a second."""

Read = Callable[[str], Article]


def revisions(found: Sequence[Version], asked: str, read: Read) -> Iterator[Revision]:
    """Yield the versions of a page in order of time, those around the article `asked` with what changed in them."""
    place = next((at for at, each in enumerate(found) if each.article.id == asked), 0)
    start = max(1, min(place - COMPARED // 2, len(found) - COMPARED))
    for at, version in enumerate(found):
        if not at:
            yield Revision(version)
            continue
        before = found[at - 1]
        short = version.article.characters + before.article.characters <= MOST
        near = start <= at < start + COMPARED
        yield _revision(version, before, _pair(version, before, read) if near and short else None)


def _pair(version: Version, before: Version, read: Read) -> Comparison:
    return changed(read(before.article.id), read(version.article.id))


def changed(before: Article, after: Article) -> Comparison:
    """Compare two texts of one page, `after` as the derived one; nothing but their words tells of a source."""
    names = {"1": before, "2": after}
    bare = [
        Article(id_, each.text, each.title, each.title_span, language=each.language, complete=each.complete)
        for id_, each in names.items()
    ]
    pair = compare(*with_languages(bare))  # what has no date is compared in the order of its ids
    passages = tuple(replace(each, derived=after.id, source=before.id) for each in pair.passages)
    return replace(pair, derived=after, source=before, passages=passages)


def compared(before: Article, after: Article) -> Compared:
    """Compare two versions of a page as a page shows them; raises InputError for texts that are too long."""
    check_length(before, after)
    return shown(changed(before, after))


def _revision(version: Version, before: Version, pair: Comparison | None) -> Revision:
    ordered = version.basis == before.basis != "first_seen" and before.time.before(version.time)
    if pair is None:
        return Revision(version, before, None, ordered)
    edits = sorted(_edits(pair), key=_rank)
    return Revision(version, before, pair, ordered, tuple(edits), sum(each.category in MEANING for each in edits))


def _edits(pair: Comparison) -> Iterator[Edit]:
    for each in pair.passages:
        yield from counted(each.edits, pair.derived.text, pair.source.text)


def _rank(edit: Edit) -> tuple[bool, float, int, int]:
    return edit.category not in MEANING, -edit.weight, edit.derived.start, edit.source.start
