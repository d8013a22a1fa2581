"""What credit one text gives another for the passages they share."""

import re
from collections.abc import Sequence
from functools import lru_cache

from sourcier.core.address import host
from sourcier.core.article import Article
from sourcier.core.credit import Credit, CreditMention
from sourcier.core.span import Span
from sourcier.lineage.itself import as_named
from sourcier.lineage.mentions import candidates, mentions
from sourcier.lineage.naming.candidate import Candidate
from sourcier.lineage.naming.outlets import initials, names_outlet
from sourcier.lineage.naming.register import agency, entries

__all__ = ["agency", "credit", "may_name", "mentions", "names_source"]

_FULL = 0.8  # share of the passages' characters that mentions inside the text must speak for to be a full credit
_BRACKETED = re.compile(r"\(([^()]*)\)")


def names_source(mention: CreditMention | Candidate, article: Article) -> bool:
    """Tell whether a mention names the outlet that published `article`, or that it names itself where none is known.

    Both what credit is given and what it tells of the direction follow from it.
    """
    return names_outlet(mention.name, as_named(article))


def may_name(derived: Article, source: Article) -> bool:
    """Tell, faster than `credit`, whether the text may have the name of the source's outlet anywhere."""
    words, acronym = _signs(as_named(source).outlet or "")
    return (bool(acronym) and acronym in derived.text) or any(word in derived.text.lower() for word in words)


@lru_cache(1024)
def _signs(outlet: str) -> tuple[tuple[str, ...], str]:
    """Return the longest word, in lower case, of each way to write an outlet's name, and its initials."""
    names = [_BRACKETED.sub(" ", outlet), *_BRACKETED.findall(outlet)]
    words = (max(re.findall(r"\w+", name), key=len, default="") for name in names)
    return tuple(word.lower() for word in words if word), initials(outlet).upper()


def credit(derived: Article, source: Article, passages: Sequence[Span]) -> Credit:
    """Return the credit that `derived` gives `source` for `passages` of its own text.

    Full: words that speak for the whole text name the source, or what names it speaks for the passages themselves.
    Partial: it is named for some of them; a sentence counts for the passage that it touches. `covers` are indices.
    A source whose outlet is not known counts as the one that its dateline or only signature names.
    """
    found = candidates(derived, _wanted(as_named(source).outlet))
    naming = [one for one in found if names_source(one, source) or _same_page(one, derived, source)]
    if naming:
        return _given(naming, derived, passages)
    return _another([one for one in found if one.sure], as_named(source), passages)


def _given(naming: list[Candidate], derived: Article, passages: Sequence[Span]) -> Credit:
    # A link alone shows no words and no place: it covers nothing that could be shown.
    whole = any(one.scope == "text" and (one.form != "link" or len(one.covers)) for one in naming)
    reach = [Span(0, len(derived.text))] if whole else [one.covers for one in naming if len(one.covers)]
    covers = _covered(reach, passages)
    full = whole or (len(covers) == len(passages) and _spoken_for(reach, passages) >= _FULL)
    return Credit("full" if full else "partial", _names(naming), _spans(naming), covers)


def _another(found: list[Candidate], source: Article, passages: Sequence[Span]) -> Credit:
    """Return whether another source is named, not counting what `source` itself says in its sentences."""
    inherited = {one.name for one in mentions(source)} if any(one.scope == "sentence" for one in found) else set()
    others = [
        one
        for one in found
        if len(one.covers) and (one.scope != "sentence" or (_is_agency(one) and one.name not in inherited))
    ]
    others = [one for one in others if _covered([one.covers], passages)]
    if not others:
        return Credit("none_found")
    return Credit("other_named", _names(others), _spans(others), _covered([one.covers for one in others], passages))


def _is_agency(one: Candidate) -> bool:
    return one.document or any(entry.kind == "agency" for entry in entries(one.name))


def _same_page(one: Candidate, derived: Article, source: Article) -> bool:
    """Tell whether a link leads to the very page of the source."""
    if one.form != "link" or not source.url:
        return False
    return any(_page(link) == _page(source.url) for link in derived.links if host(link) == host(source.url))


def _page(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/+$", "", url.strip()).rstrip("/")


def _covered(reach: Sequence[Span], passages: Sequence[Span]) -> tuple[int, ...]:
    return tuple(number for number, passage in enumerate(passages) if any(span.overlaps(passage) for span in reach))


def _spoken_for(reach: Sequence[Span], passages: Sequence[Span]) -> float:
    total = sum(len(passage) for passage in passages)
    marked = {place for span in reach for passage in passages for place in _shared(span, passage)}
    return len(marked) / total if total else 0.0


def _shared(one: Span, other: Span) -> range:
    return range(max(one.start, other.start), min(one.end, other.end))


def _names(found: list[Candidate]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in found))


def _spans(found: list[Candidate]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(one.span for one in found if len(one.span)))


@lru_cache(1024)
def _wanted(outlet: str | None) -> re.Pattern[str] | None:
    """Return a pattern of an outlet's name as texts may write it."""
    if not outlet:
        return None
    bare = _BRACKETED.sub(" ", outlet).strip()
    names = {bare, *_BRACKETED.findall(outlet)}
    names |= {re.sub(r"^(?:les?|la|l['’]|the)\s*", "", name, flags=re.IGNORECASE) for name in names}
    acronym = initials(outlet).upper()
    patterns = [_loose(name) for name in names if len(name) >= 3]
    plain = f"(?i:{'|'.join(sorted(patterns, key=len, reverse=True))})" if patterns else ""
    either = "|".join(part for part in (plain, re.escape(acronym)) if part)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)") if either else None


def _loose(name: str) -> str:
    return r"[\s'’-]+".join(re.escape(word) for word in re.split(r"[\s'’-]+", name) if word)
