"""The versions of a page: as JSON values, and in words."""

from collections.abc import Iterable, Iterator
from typing import Any

from sourcier.core.version import Revision, Version
from sourcier.export import family_rows, sentences, summary
from sourcier.export.line import line
from sourcier.export.rows import edit
from sourcier.lang.interface import Phrases


def lines(found: Iterable[Revision]) -> Iterator[bytes]:
    """Yield the lines of `show --versions`, one a version."""
    return (line(row(each)) for each in found)


def rows(found: Iterable[Revision]) -> list[dict[str, Any]]:
    """Return the versions of a page as a field of its articles."""
    return [row(each) for each in found]


def row(each: Revision) -> dict[str, Any]:
    """Return one version, and how it differs from the one before."""
    version, before, pair = each.version, each.before, each.pair
    card = version.article
    known = {
        "id": card.id,
        "position": version.position,
        "time": version.time.value,
        "basis": version.basis,
        "title": card.title,
        "url": card.url,
        "sha256": card.hash,
        "before": before.article.id if before else None,
        "ordered": each.ordered,
    }
    if pair is None:
        return {**known, "meaning": None, "edits": None, "blocks": None, "headline": None}
    derived, source = pair.derived.text, pair.source.text
    return {
        **known,
        "meaning": each.meaning,
        "edits": [edit(one, derived, source) for one in each.edits],
        "blocks": [family_rows.block(one, derived, source) for one in summary.apart(pair)],
        "headline": family_rows.headline(pair.headline),
    }


def time(version: Version, phrases: Phrases) -> str:
    """Return when a version was captured, else published, else first seen."""
    return phrases.say(f"pages.versions.{version.basis}", time=phrases.date(version.time.value.replace("+00:00", "Z")))


def told(each: Revision, phrases: Phrases) -> str:
    """Return in numbers how a version differs from the one before, what changes the meaning first."""
    if each.before is None:
        return phrases.say("pages.versions.first")
    if each.pair is None:
        return phrases.say("pages.versions.uncompared")
    parts, others = [], len(each.edits) - each.meaning
    parts += [phrases.say("pages.versions.meaning", n=each.meaning)] if each.meaning else []
    parts += sentences.blocks(summary.apart(each.pair), "source_first" if each.ordered else "unknown", phrases)
    headline = each.pair.headline
    parts += [phrases.say("pages.versions.headline")] if headline and headline.edits else []
    parts += [phrases.say("pages.versions.other", n=others)] if others else []
    return ", ".join(parts) or phrases.say("pages.versions.same")
