"""What tracing found, with the texts it was found in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from sourcier.core.article import Article
from sourcier.core.errors import UnknownArticle
from sourcier.core.family import AbsentOrigin, Edge, Family, Searched, Shares
from sourcier.core.lineage import Lineage
from sourcier.core.passage import Passage
from sourcier.core.problem import Problem
from sourcier.export import family_rows, marked, rows
from sourcier.workflow.corpus import Corpus
from sourcier.workflow.trace import trace, with_languages


@dataclass(frozen=True, slots=True)
class Trace:
    """Passages in order of derived article and position, and families; iterating gives the passages.

    `articles` are by id. `searched` is what every absence is relative to. `problems` are what could not be read.
    """

    articles: Mapping[str, Article]
    passages: tuple[Passage, ...]
    families: tuple[Family, ...]
    searched: Searched
    problems: tuple[Problem, ...] = ()
    _texts: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        texts = MappingProxyType({id_: article.text for id_, article in self.articles.items()})
        object.__setattr__(self, "_texts", texts)

    def __iter__(self) -> Iterator[Passage]:
        return iter(self.passages)

    def __len__(self) -> int:
        return len(self.passages)

    def article(self, id_: str) -> Article:
        """Return an article by its id or the beginning of one; UnknownArticle where none or several have it."""
        return by_prefix(self.articles, id_)

    def passages_of(self, id_: str) -> tuple[Passage, ...]:
        """Return the passages whose derived text is this article."""
        return tuple(passage for passage in self.passages if passage.derived == id_)

    def edges_of(self, id_: str) -> tuple[Edge, ...]:
        """Return this article's ties to its sources, the largest share first."""
        edges = (edge for family in self.families for edge in family.edges if edge.derived == id_)
        return tuple(sorted(edges, key=lambda edge: (-edge.shared, edge.source)))

    def absent_origin_of(self, id_: str) -> AbsentOrigin | None:
        """Return the text that nobody has and that this article's family comes from, None where there is none."""
        return next((family.absent_origin for family in self.families if id_ in family.articles), None)

    def shares_of(self, id_: str) -> Shares | None:
        """Return what part of this article is shared, None where it is in no family."""
        return next((family.shares[id_] for family in self.families if id_ in family.shares), None)

    @property
    def texts(self) -> Mapping[str, str]:
        """The stored text of each article by id."""
        return self._texts

    def rows(self) -> Iterator[bytes]:
        """Yield the lines of `sourcier trace --json`."""
        return rows.passages(self.passages, self._texts)

    def family_rows(self) -> Iterator[bytes]:
        """Yield the lines of `sourcier trace --families --json`."""
        return family_rows.families(self.families, self._texts)

    def _repr_html_(self) -> str:
        return marked.traced(self.articles, self.passages, self.searched)


def trace_corpus(corpus: Corpus, *, progress: Callable[[str, int, int | None], None] | None = None) -> Trace:
    """Trace a corpus."""
    known = replace(corpus, articles=tuple(with_languages(corpus.articles)))
    return with_texts(known, trace(known, progress=progress))


def with_texts(corpus: Corpus, lineage: Lineage) -> Trace:
    """Join what was found to the articles it was found in."""
    articles = MappingProxyType({article.id: article for article in corpus.articles})
    return Trace(articles, lineage.passages, lineage.families, lineage.searched, corpus.problems)


def by_prefix(articles: Mapping[str, Article], id_: str) -> Article:
    """Return the article whose id this is, or the only one whose id begins so; UnknownArticle for none or several."""
    if id_ in articles:
        return articles[id_]
    near = [known for known in articles if known.startswith(id_)]
    if len(near) == 1:
        return articles[near[0]]
    if near:
        raise UnknownArticle(
            f"{len(near)} articles have ids that begin with {id_}", f"among them {', '.join(near[:3])}"
        )
    raise UnknownArticle(f"no article has the id {id_}", "the ids stand in the output of sourcier trace")
