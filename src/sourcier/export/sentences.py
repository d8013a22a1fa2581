"""Sentences about what was found, in the language of the interface; every absence is relative."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from sourcier.core.article import Article
from sourcier.core.credit import Credit
from sourcier.core.edit import Edit
from sourcier.core.family import AbsentOrigin, Block, Edge, Reason, Searched, Shares
from sourcier.lang.interface import Phrases

_SHOWN_WORDS = 70  # code points of a changed stretch on one line of a table
_SHOWN_SOURCES = 3
_DAY = len("2031-03-04")
_UNITS = (("days", 86_400), ("hours", 3_600), ("minutes", 60), ("seconds", 1))
MEANING = frozenset(("negation", "modality", "number", "date", "actor", "place", "verb", "name", "attribution"))
"""The categories of edits that change what is said; the others change how."""


def article_name(article: Article) -> str:
    """Return what a reader calls an article: its outlet with its id, or the id alone."""
    return f"{article.outlet} ({article.id})" if article.outlet else article.id


def searched(scope: Searched, phrases: Phrases) -> str:
    """Return « in none of the N texts searched, from … to … »."""
    if scope.start is None or scope.end is None:
        return phrases.say("searched.undated", n=scope.articles)
    first, last = scope.start[:_DAY], scope.end[:_DAY]
    if first == last:
        return phrases.say("searched.day", n=scope.articles, start=phrases.date(first))
    key = "searched.days" if len(first) == len(last) == _DAY else "searched.dated"
    return phrases.say(key, n=scope.articles, start=phrases.date(first), end=phrases.date(last))


def absent(origin: AbsentOrigin, phrases: Phrases) -> str:
    """Return which text nobody has."""
    if origin.name:
        return phrases.say("families.absent", name=origin.name, why=origin.why)
    return phrases.say("families.absent_unnamed", why=origin.why)


def delay(given: timedelta, phrases: Phrases) -> str:
    """Return a length of time by its two largest units; a negative one has its sign in front."""
    seconds = abs(round(given.total_seconds()))
    parts = []
    for unit, size in _UNITS:
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(phrases.say(f"delay.{unit}", n=count))
    sign = "−" if given < timedelta() else ""
    return sign + (" ".join(parts[:2]) or phrases.say("delay.seconds", n=0))


def reasons(given: Iterable[Reason], phrases: Phrases) -> list[str]:
    """Return each signal of direction with its evidence."""
    return [phrases.say("quote.labelled", label=phrases.say(f"reason.{each.kind}"), text=each.text) for each in given]


def credit(given: Credit, passages: int, phrases: Phrases) -> str:
    """Return what credit is given for how many of the passages."""
    covered = len(given.covers)
    if given.status == "other_named":
        return phrases.say("header.other_named", names=", ".join(given.names))
    if given.status == "full" or (passages and covered >= passages):
        return phrases.say("header.all_credited", n=passages)
    if covered:
        return phrases.say("header.some_credited", n=covered, total=passages)
    return phrases.say("header.none_credited", n=passages)


def header(
    edges: Sequence[Edge], shares: Shares | None, scope: Searched, articles: Mapping[str, Article], phrases: Phrases
) -> list[str]:
    """Return what stands above a text: how much of it stands where, with what credit, and how much stands nowhere."""
    if not edges:
        return [phrases.say("header.nothing", searched=searched(scope, phrases))]
    told = [_stands_in(edge, articles[edge.source], phrases) for edge in edges[:_SHOWN_SOURCES]]
    told += [
        phrases.say("header.cut", source=article_name(articles[edge.source]))
        for edge in edges[:_SHOWN_SOURCES]
        if not articles[edge.source].complete
    ]
    if shares and shares.unmatched:
        share = phrases.percent(shares.unmatched)
        told.append(phrases.say("header.rest", share=share, searched=searched(scope, phrases)))
    return told


def change(edit: Edit, derived: str, source: str, phrases: Phrases, limit: int = _SHOWN_WORDS) -> str:
    """Return what an edit does, in the texts' words (or the headlines'), each side cut to `limit` code points."""
    here, there = shortened(edit.derived.of(derived), limit), shortened(edit.source.of(source), limit)
    if edit.kind == "insert":
        return phrases.say("quote.added", text=here)
    if edit.kind == "delete":
        return phrases.say("quote.removed", text=there)
    return phrases.say("quote.changed", source=there, derived=here)


def blocks(units: Iterable[Block], phrases: Phrases) -> list[str]:
    """Return how many units of each kind were put in, left out or moved."""
    counted = Counter((block.kind, block.unit) for block in units)
    return [phrases.say(f"block.{kind}.{unit}", n=n) for (kind, unit), n in sorted(counted.items())]


def heaviest(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits in the order in which they are looked at: by weight, then position."""
    return sorted(edits, key=lambda edit: (-edit.weight, edit.derived.start, edit.source.start))


def shortened(text: str, limit: int = _SHOWN_WORDS) -> str:
    """Return a stretch on one line, its middle left out where it is long."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return f"{line[: limit // 2].rstrip()} … {line[-(limit // 2 - 3) :].lstrip()}"


def letter(index: int) -> str:
    """Return A, B … Z, AA, AB … for 0, 1 … 25, 26, 27 …."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def _stands_in(edge: Edge, source: Article, phrases: Phrases) -> str:
    given = credit(edge.credit, len(edge.passages), phrases)
    return phrases.say("header.whole", share=phrases.percent(edge.shared), source=article_name(source), credit=given)
