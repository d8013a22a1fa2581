"""Texts without a known outlet that name one themselves, as a news agency's own dispatch does.

What is not known: an outlet that takes a dispatch over whole keeps its dateline and its signature, so such a text may
be the one it names or a reprint of it. Nothing here says which; it only keeps either from being ruled out.
"""

from dataclasses import replace
from functools import lru_cache

from sourcier.core.address import host
from sourcier.core.article import Article
from sourcier.core.credit import CreditMention
from sourcier.lineage.mentions import mentions
from sourcier.lineage.naming.openings import together
from sourcier.lineage.naming.outlets import same_outlet


@lru_cache(1024)
def named_itself(article: Article) -> str | None:
    """Return whose the text may be by its own words: the one name of its dateline, or its only signature's.

    None where the outlet or the site is known, or where several are named; « avec X » names another than the writer.
    """
    if article.outlet or host(article.url):
        return None
    whole = [one for one in mentions(article) if one.scope == "text" and one.form != "link"]
    opening = {one.name for one in whole if _opens(one, article.text)}
    if opening:
        return opening.pop() if len(opening) == 1 else None
    if len({one.name for one in whole}) == 1 and all(_signs(one, article) for one in whole):
        return whole[0].name
    return None


def may_be_of(name: str, article: Article) -> bool:
    """Tell whether a text of unknown outlet may be that of the outlet `name`."""
    itself = named_itself(article)
    return itself is not None and same_outlet(itself, name)


@lru_cache(4096)
def alike(name: str, one: Article, other: Article) -> bool:
    """Tell whether two texts of unknown outlet credit `name` without a dateline: both may be reprints of what it sent.

    The one that it alone signs at the end (« (AFP) ») is then no more likely its own text than that with « avec AFP ».
    """
    return _credits_below(name, one) and _credits_below(name, other)


def _credits_below(name: str, article: Article) -> bool:
    if article.outlet or host(article.url):
        return False
    whole = [one for one in mentions(article) if one.scope == "text" and one.form != "link"]
    return any(same_outlet(one.name, name) for one in whole) and not any(_opens(one, article.text) for one in whole)


def as_named(article: Article) -> Article:
    """Return the article with the outlet that it names itself, where none is known."""
    itself = named_itself(article)
    return replace(article, outlet=itself) if itself else article


def _opens(one: CreditMention, text: str) -> bool:
    """Tell whether a credit stands as a dateline: at the start of a line, with the text after it."""
    if one.form != "signature" or not len(one.span) or text[: one.span.start].rpartition("\n")[2].strip():
        return False
    return bool(text[one.span.end :].partition("\n")[0].strip())


def _signs(one: CreditMention, article: Article) -> bool:
    if one.form == "byline":
        return same_outlet(one.name, article.byline or "")
    return one.form == "signature" and not together().search(one.span.of(article.text))
