"""What tracing found, with the texts it was found in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from sourcier.core.article import Article
from sourcier.core.denial import Denial
from sourcier.core.errors import UnknownArticle
from sourcier.core.family import AbsentOrigin, Edge, Family, Searched, Shares
from sourcier.core.lineage import Lineage
from sourcier.core.passage import Passage
from sourcier.core.problem import Problem
from sourcier.core.producer import Producer
from sourcier.core.progress import Progress
from sourcier.core.tie import Side, Tie
from sourcier.export import family_rows, marked, rows
from sourcier.export.produced import produced
from sourcier.export.ties import Held, Ties
from sourcier.workflow import denied, elsewhere
from sourcier.workflow.chains import chains_above
from sourcier.workflow.corpus import Corpus
from sourcier.workflow.producing import in_memory
from sourcier.workflow.trace import trace, with_languages

T = TypeVar("T")


@dataclass(frozen=True)
class Trace:
    """Passages in order of derived article and position, and families; iterating gives the passages.

    `articles` are by id. `searched` is what every absence is relative to. `producer` is what found it. `problems` are
    what could not be read.
    """

    articles: Mapping[str, Article]
    passages: tuple[Passage, ...]
    families: tuple[Family, ...]
    searched: Searched
    producer: Producer
    problems: tuple[Problem, ...] = ()
    _aside: Mapping[str, Sequence[Passage]] = field(default_factory=dict, repr=False)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The stored text of each article by id."""
        return MappingProxyType({id_: article.text for id_, article in self.articles.items()})

    @cached_property
    def _passages(self) -> Mapping[str, Sequence[Passage]]:
        return _grouped((passage.derived, passage) for passage in self.passages)

    @cached_property
    def _passages_from(self) -> Mapping[str, Sequence[Passage]]:
        return _grouped((passage.source, passage) for passage in self.passages)

    @cached_property
    def _edges(self) -> Mapping[str, Sequence[Edge]]:
        return _grouped((edge.derived, edge) for family in self.families for edge in family.edges)

    @cached_property
    def _edges_from(self) -> Mapping[str, Sequence[Edge]]:
        return _grouped((edge.source, edge) for family in self.families for edge in family.edges)

    @cached_property
    def _families(self) -> Mapping[str, Sequence[Family]]:
        return _grouped((id_, family) for family in self.families for id_ in family.articles)

    def __iter__(self) -> Iterator[Passage]:
        return iter(self.passages)

    def __len__(self) -> int:
        return len(self.passages)

    def article(self, id_: str) -> Article:
        """Return an article by its id or the beginning of one; UnknownArticle where none or several have it."""
        return by_prefix(self.articles, id_)

    def passages_of(self, id_: str) -> tuple[Passage, ...]:
        """Return the passages whose derived text is this article."""
        return tuple(self._passages.get(id_, ()))

    def passages_from(self, id_: str) -> tuple[Passage, ...]:
        """Return the passages whose source is this article: what of it also stands in later texts."""
        return tuple(self._passages_from.get(id_, ()))

    def edges_of(self, id_: str) -> tuple[Edge, ...]:
        """Return this article's ties to its sources, the largest share first."""
        return tuple(sorted(self._edges.get(id_, ()), key=lambda edge: (-edge.shared, edge.source)))

    def edges_from(self, id_: str) -> tuple[Edge, ...]:
        """Return the ties of later texts to this article, the largest share of theirs first."""
        return tuple(sorted(self._edges_from.get(id_, ()), key=lambda edge: (-edge.shared, edge.derived)))

    def later_of(self, id_: str) -> tuple[Held, ...]:
        """Return the texts that hold passages of this article, with the share of its words, the largest first."""
        also = (*self.passages_from(id_), *self._aside.get(id_, ()))
        tied = {edge.derived for edge in self.edges_from(id_)} | {edge.source for edge in self.edges_of(id_)}
        return elsewhere.later(self.articles[id_], self.passages_of(id_), also, tied)

    def unmatched_of(self, id_: str) -> float:
        """Return what part of this article's words stands in no other text, on either side of a passage, 0..1."""
        later = any(each.kind == "reuse" for each in self.passages_from(id_))
        if not later and (shares := self.shares_of(id_)):
            return shares.unmatched
        return elsewhere.unmatched(self.articles[id_], self.passages_of(id_), self.passages_from(id_))

    def searched_for(self, id_: str) -> Searched:
        """Return what an absence of this article's words elsewhere is relative to: all texts but itself."""
        return elsewhere.searched_beside(self.searched, self.articles.values(), self.articles[id_])

    def ties_of(self, id_: str) -> Ties:
        """Return all that is said above this article's text."""
        edges = self.edges_of(id_)
        chains = chains_above(id_, edges, self.source_of)
        return Ties(edges, self.later_of(id_), self.unmatched_of(id_), self.searched_for(id_), chains)

    def source_of(self, id_: str) -> str | None:
        """Return the known source that this article shares most with, None where none is known."""
        return next((edge.source for edge in self.edges_of(id_) if edge.direction == "source_first"), None)

    def absent_origin_of(self, id_: str) -> AbsentOrigin | None:
        """Return the text that nobody has and that this article comes from, None where there is none."""
        for family in self._families.get(id_, ()):
            if id_ in family.from_absent:
                return family.absent_origin
        return None

    def shares_of(self, id_: str) -> Shares | None:
        """Return what part of this article is shared, None where there is no other text to search."""
        for family in self._families.get(id_, ()):
            if id_ in family.shares:
                return family.shares[id_]
        if not self.searched_for(id_).articles:
            return None
        earlier = [each for each in self.passages_from(id_) if not self._follows(each.derived, id_)]
        return elsewhere.shares(self.articles[id_], self.passages_of(id_), earlier)

    def _follows(self, later: str, earlier: str) -> bool:
        return elsewhere.follows(self.articles[later], self.articles[earlier])

    def alone(self) -> tuple[str, ...]:
        """Return the articles that share no passage with another, by id."""
        shared = {id_ for each in self.passages if each.kind == "reuse" for id_ in (each.derived, each.source)}
        return tuple(id_ for id_ in self.articles if id_ not in shared)

    def rows(self) -> Iterator[bytes]:
        """Yield the lines of `sourcier trace --json`."""
        return produced(rows.passages(self.passages, self.texts), self.producer)

    def family_rows(self) -> Iterator[bytes]:
        """Yield the lines of `sourcier trace --families --json`."""
        incomplete = frozenset(id_ for id_, article in self.articles.items() if not article.complete)
        return produced(family_rows.families(self.families, self.texts, incomplete), self.producer)

    def ties(self) -> Iterator[Tie]:
        """Yield the ties of all families, by family, derived text and source: the rows of an edge list."""
        for family in self.families:
            for edge in sorted(family.edges, key=lambda edge: (edge.derived, edge.source)):
                derived, source = self._side(edge.derived), self._side(edge.source)
                delay = None if edge.delay is None else edge.delay.total_seconds()
                what = (edge.direction, edge.shared, delay, edge.credit.status, len(edge.credit.covers))
                yield Tie(family.id, derived, source, *what, len(edge.passages))

    def _side(self, id_: str) -> Side:
        article = self.articles[id_]
        published = article.published.value if article.published else None
        return Side(id_, article.outlet, published, article.title)

    def _repr_html_(self) -> str:
        return marked.traced(self.articles, self.passages, self.searched)


def trace_corpus(
    corpus: Corpus, *, families: bool = True, progress: Progress | None = None, denials: Iterable[Denial] = ()
) -> Trace:
    """Trace a corpus; without `families` it is quicker: there are no edges, and articles' languages stay as stated."""
    known = replace(corpus, articles=tuple(with_languages(corpus.articles))) if families else corpus
    found = trace(known, families=families, progress=progress)
    return with_texts(known, found, in_memory(), denials)


def with_texts(corpus: Corpus, lineage: Lineage, producer: Producer, denials: Iterable[Denial] = ()) -> Trace:
    """Join what was found to the articles it was found in, and leave out the ties that a person denied."""
    pairs = denied.pairs(denials)
    passages = denied.passages(lineage.passages, pairs)
    edges = (edge for family in lineage.families for edge in family.edges)
    aside = _grouped((each.source, each) for each in denied.turned_aside(passages, edges, pairs))
    articles = MappingProxyType({article.id: article for article in corpus.articles})
    searched = replace(lineage.searched, dated=sum(article.published is not None for article in corpus.articles))
    families = tuple(denied.family(family, pairs) for family in lineage.families)
    return Trace(articles, passages, families, searched, producer, corpus.problems, aside)


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


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, Sequence[T]]:
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
