"""Results that show themselves in a notebook, with the texts they were found in."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from sourcier.core.article import Article
from sourcier.core.comparison import Comparison
from sourcier.core.found import Found
from sourcier.core.producer import Producer
from sourcier.export import article_rows, marked
from sourcier.export.dossier import dossier
from sourcier.export.produced import one_produced
from sourcier.lang.interface import phrases
from sourcier.workflow.producing import of_two


@dataclass(frozen=True)
class Compared(Comparison):
    """A comparison that can be saved, printed as JSON, and seen in a notebook."""

    def row(self) -> bytes:
        """Return the line of `sourcier compare --json`."""
        return one_produced(article_rows.compared(self), of_two())

    def save(self, path: str | Path, *, full: bool = False, lang: str = "en", time: str | None = None) -> None:
        """Write the dossier, one HTML file; `full` puts both whole texts in, `time` is stated as when it was made."""
        Path(path).write_bytes(dossier(self, phrases(lang), full=full, time=time))

    def _repr_html_(self) -> str:
        return marked.compared(self)


@dataclass(frozen=True)
class FoundIn(Found):
    """Where `article` stands among `articles`, by id, and what found it there."""

    article: Article
    articles: Mapping[str, Article]
    producer: Producer

    def row(self) -> bytes:
        """Return the line of `sourcier find --json`."""
        texts = {id_: each.text for id_, each in self.articles.items()}
        return one_produced(article_rows.found(self, self.article.text, texts), self.producer)

    def _repr_html_(self) -> str:
        return marked.found(self, self.article, self.articles)


def shown(pair: Comparison) -> Compared:
    """Return the same comparison with its ways of being shown."""
    return Compared(**{field.name: getattr(pair, field.name) for field in fields(Comparison)})


def found_in(found: Found, article: Article, articles: Mapping[str, Article], producer: Producer) -> FoundIn:
    """Return the same find with the texts it was made in, and what made it."""
    parts = {field.name: getattr(found, field.name) for field in fields(Found)}
    return FoundIn(**parts, article=article, articles=articles, producer=producer)
