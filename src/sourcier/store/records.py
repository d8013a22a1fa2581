"""Articles as rows, and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sourcier.core.article import Article
from sourcier.core.identity import places_of
from sourcier.core.moment import Moment
from sourcier.core.span import Span
from sourcier.store.archive import unpacked

Value = str | int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as one place gave it, and when that was first seen (ISO 8601)."""

    article: Article
    first_seen: str


def values(article: Article) -> dict[str, Value]:
    """Return what is known of its publication, by name of column."""
    span = article.title_span
    return {
        "title": article.title,
        "title_start": span.start if span else None,
        "title_end": span.end if span else None,
        "outlet": article.outlet,
        "url": article.url,
        "byline": article.byline,
        "published": article.published.value if article.published else None,
        "captured": article.captured.value if article.captured else None,
        "language": article.language,
        "complete": int(article.complete),
        "links": json.dumps(article.links, ensure_ascii=False),
    }


def article_of(row: Mapping[str, Any], paths: tuple[str, ...], raw: bytes | None = None) -> Article:
    """Return the article that a row of columns describes; `raw` is as `archive` keeps it."""
    start, end = row["title_start"], row["title_end"]
    published, captured = row["published"], row["captured"]
    return Article(
        id=row["id"],
        text=row["text"],
        title=row["title"],
        title_span=None if start is None else Span(start, end),
        outlet=row["outlet"],
        url=row["url"],
        byline=row["byline"],
        published=None if published is None else Moment(published),
        captured=None if captured is None else Moment(captured),
        language=row["language"],
        complete=bool(row["complete"]),
        links=tuple(json.loads(row["links"])),
        path=paths[0],
        locations=paths,
        raw=None if raw is None else unpacked(raw, row["text"]),
    )


def said(reading: Article, article: Article) -> str | None:
    """Return as JSON what a reading says otherwise than its article, None when nothing."""
    if reading is article:
        return None
    known = values(article)
    other = {name: value for name, value in values(reading).items() if value != known[name]}
    return json.dumps(other, ensure_ascii=False) if other else None


def readings_of(article: Article, now: str) -> list[Reading]:
    """Return one reading for each place that an article was read from; the page as it came stays with the first."""
    paths = places_of(article)
    return [
        Reading(replace(article, id=path, path=path, locations=(path,), raw=None if later else article.raw), now)
        for later, path in enumerate(paths)
    ]


def instant(value: str | None) -> str | None:
    """Return the first instant that a moment can mean, in UTC and to the second; None where it is no moment."""
    try:
        return None if value is None else first_instant(Moment(value))
    except ValueError:  # another program wrote it
        return None


def first_instant(moment: Moment) -> str:
    """Return the first instant that a moment can mean, in UTC and to the second."""
    return f"{moment.earliest.isoformat()[:19]}Z"


def written(text: str) -> str:
    """Return `text` as a file can hold it: a lone surrogate, as from a file name that is not UTF-8, becomes « ? »."""
    return text.encode("utf-8", "replace").decode()
