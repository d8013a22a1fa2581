"""A person's corrections laid over what was read."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sourcier.core.article import Article
from sourcier.core.errors import InputError
from sourcier.core.moment import Moment
from sourcier.core.span import Span
from sourcier.store.records import written


def corrected(article: Article, corrections: Mapping[str, str | None]) -> Article:
    """Return the article with the value of each corrected field in place of what was read; None is unknown."""
    for field, value in corrections.items():
        article = _FIELDS[field](article, value)
    return article


def current(article: Article, field: str) -> str | None:
    """Return a field's value as a correction writes it."""
    value = getattr(article, field)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.value if isinstance(value, Moment) else value


def checked(field: str, value: str | None) -> str | None:
    """Return `value` as it is kept; raises InputError for a field or value that cannot be."""
    if field not in _FIELDS:
        raise InputError(f"{field!r} cannot be set", f"it can be one of {', '.join(sorted(_FIELDS))}")
    value = " ".join(written(value).split()) if value else None
    try:
        corrected(Article(id="", text=""), {field: value})
    except ValueError as error:
        raise InputError(f"{field}: {error}") from error
    return value


def _title(article: Article, value: str | None) -> Article:
    start = article.text.find(value) if value else -1
    return replace(article, title=value, title_span=Span(start, start + len(value)) if value and start >= 0 else None)


def _published(article: Article, value: str | None) -> Article:
    return replace(article, published=Moment(value) if value else None)


def _language(article: Article, value: str | None) -> Article:
    if value and not (len(value) in {2, 3} and value.isascii() and value.isalpha() and value.islower()):
        raise ValueError(f"not an ISO 639 code such as fr: {value!r}")
    return replace(article, language=value)


def _complete(article: Article, value: str | None) -> Article:
    if value not in {"yes", "no"}:
        raise ValueError(f"yes or no, not {value!r}")
    return replace(article, complete=value == "yes")


_FIELDS: Mapping[str, Callable[[Article, str | None], Article]] = {
    "title": _title,
    "outlet": lambda article, value: replace(article, outlet=value),
    "url": lambda article, value: replace(article, url=value),
    "byline": lambda article, value: replace(article, byline=value),
    "published": _published,
    "language": _language,
    "complete": _complete,
}
