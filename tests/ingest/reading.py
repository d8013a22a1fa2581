"""Builders of input files and short ways to read them; every article in them is invented."""

import io
from pathlib import Path

from sourcier.core.article import Article
from sourcier.core.problem import Problem
from sourcier.ingest.options import ReadOptions
from sourcier.ingest.registry import read

PARAGRAPHS = (
    "La mairie de Zarmara a fermé jeudi le pont de Kolmari, dont deux piliers se sont fissurés pendant la crue.",
    "Les camions passeront par la route du nord, plus longue de douze kilomètres, pendant toute la durée des travaux.",
    "« Nous rouvrirons avant la saison des pluies », a promis l'ingénieure qui conduit le chantier.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """Write one file, with its folders, and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def reading(*paths: Path | str, stdin: bytes | None = None, **options: object) -> tuple[list[Article], list[Problem]]:
    """Return the articles and the problems of some paths."""
    stream = io.BytesIO(stdin) if stdin is not None else None
    items = list(read(paths, ReadOptions(**options), stream))  # type: ignore[arg-type]
    articles = [item for item in items if isinstance(item, Article)]
    return articles, [item for item in items if isinstance(item, Problem)]


def one(*paths: Path | str, stdin: bytes | None = None, **options: object) -> Article:
    """Return the only article of some paths, which must have no problem."""
    articles, problems = reading(*paths, stdin=stdin, **options)
    assert not problems
    assert len(articles) == 1
    return articles[0]


def trouble(*paths: Path | str, stdin: bytes | None = None, **options: object) -> Problem:
    """Return the only problem of some paths, which must give no article."""
    articles, problems = reading(*paths, stdin=stdin, **options)
    assert not articles
    assert len(problems) == 1
    return problems[0]


def page(*, head: str = "", body: str | None = None, lang: str = "") -> str:
    """Return a page with the invented article, or with another body."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    stated = f' lang="{lang}"' if lang else ""
    body = body or f"<article>{paragraphs}</article>"
    return f"<!doctype html><html{stated}><head>{head}</head><body>{body}</body></html>"
