"""What readers call an article: by its headline where it has one, and by what commands take."""

from typing import Protocol

from sourcier.core.moment import Moment
from sourcier.lang.interface import Phrases

_HEADLINE = 60  # code points


class Named(Protocol):
    """What an article is called by: an article, or a card of one."""

    @property
    def id(self) -> str:
        """What commands take."""

    @property
    def title(self) -> str | None:
        """Its headline."""

    @property
    def outlet(self) -> str | None:
        """Who published it."""

    @property
    def published(self) -> Moment | None:
        """When."""

    @property
    def complete(self) -> bool:
        """False when the text is known to be cut."""


def article_name(article: Named, phrases: Phrases) -> str:
    """Return « “Headline” (outlet, day) »; without a headline, the outlet with the id, or the id alone."""
    title = _headline(article, phrases)
    if title is None:
        return f"{article.outlet} ({article.id})" if article.outlet else article.id
    known = facts(article, phrases)
    return f"{title} ({known})" if known else title


def article_label(article: Named, phrases: Phrases) -> str:
    """Return the name with the id that commands take."""
    name = article_name(article, phrases)
    return name if _headline(article, phrases) is None else f"{name} · {article.id}"


def article_cell(article: Named, phrases: Phrases) -> str:
    """Return the same on lines of their own, for a table."""
    title = _headline(article, phrases)
    lines = [title, facts(article, phrases), article.id] if title else [article_name(article, phrases)]
    return "\n".join(line for line in lines if line)


def one_outlet(a: Named, b: Named) -> bool:
    """Tell whether one outlet published both, so that neither owes the other a credit."""
    return bool(outlet_key(a)) and outlet_key(a) == outlet_key(b)


def outlet_key(article: Named) -> str:
    """Return what articles of one outlet have in common however it is spaced and cased, nothing where it is unknown."""
    return " ".join((article.outlet or "").casefold().split())


def facts(article: Named, phrases: Phrases) -> str:
    """Return outlet and day, as far as they are known."""
    day = phrases.date(article.published.value.partition("T")[0]) if article.published else None
    return ", ".join(fact for fact in (article.outlet, day) if fact)


def _headline(article: Named, phrases: Phrases) -> str | None:
    title = " ".join((article.title or "").split())
    if not title:
        return None
    short = title if len(title) <= _HEADLINE else title[: _HEADLINE - 1].rstrip(" ,;:–—-") + "…"
    return phrases.say("quote.words", text=short)
