"""Families at a glance: what a list of them shows, worked out once and kept."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from sourcier.core.article import Article
from sourcier.core.edit import MEANING, Category
from sourcier.core.family import Edge, Family
from sourcier.core.lineage import Lineage
from sourcier.core.overview import Contrast, Overview
from sourcier.core.passage import Passage
from sourcier.export import sentences
from sourcier.export.names import Named, one_outlet, outlet_key
from sourcier.export.negations import counted
from sourcier.workflow import denied
from sourcier.workflow.origins import Pages, Pairs, origins


@dataclass(frozen=True, slots=True)
class Differences:
    """How many differences change the meaning; of the heaviest the category, the weight (0..1) and the words."""

    meaning: int = 0
    category: Category | None = None
    weight: float = 0.0
    contrast: Contrast | None = None


def overviews(
    lineage: Lineage, articles: Mapping[str, Article], denials: Set[denied.Pair], pages: Pages = ()
) -> Iterator[Overview]:
    """Yield an overview of each family, what was denied left out; `pages` are the versions of each page."""
    of_page = {id_: page for page in pages for id_ in page}
    families = {id_: family.id for family in lineage.families for id_ in family.articles}
    passages: dict[str, list[Passage]] = {}
    for each in lineage.passages:
        family = families.get(each.derived)
        if family is not None and family == families.get(each.source):
            passages.setdefault(family, []).append(each)
    for found in lineage.families:
        inside = passages.get(found.id, ())
        shared = {denied.pair(each.derived, each.source) for each in inside if each.kind == "reuse"}
        within = {id(of_page[id_]): of_page[id_] for id_ in found.articles if id_ in of_page}.values()
        seen = differences(inside, articles)
        yield overview(denied.family(found, denials), articles, shared - denials, seen, within)


def differences(passages: Iterable[Passage], articles: Mapping[str, Article]) -> Differences:
    """Return what differs in meaning inside the best passages, « ne … pas » counted once."""
    edits = [
        (edit, each)
        for each in passages
        if each.best and each.kind == "reuse"
        for edit in counted(each.edits, articles[each.derived].text, articles[each.source].text)
        if edit.category in MEANING
    ]
    if not edits:
        return Differences()
    heaviest, passage = max(edits, key=lambda found: (found[0].weight, found[0].category))
    before = sentences.shortened(heaviest.source.of(articles[passage.source].text))
    after = sentences.shortened(heaviest.derived.of(articles[passage.derived].text))
    contrast = Contrast(passage.derived, passage.source, before, after, directed=False)
    return Differences(len(edits), heaviest.category, heaviest.weight, contrast)


def overview(
    family: Family, articles: Mapping[str, Named], shared: Pairs, differ: Differences, pages: Pages = ()
) -> Overview:
    """Return a family at a glance, no denied tie in it.

    `shared` are its pairs of articles with a passage in common, `pages` the versions of each page.
    """
    members = [articles[id_] for id_ in family.articles if id_ in articles]
    dates = [each.published for each in members if each.published]
    ties = [edge for edge in family.edges if _counts(edge, articles)]
    head = articles.get(family.origin or "") or next(iter(members), None)
    return Overview(
        family=family.id,
        title=head.title if head else None,
        articles=len(family.articles),
        outlets=len({outlet_key(each) for each in members} - {""}),
        start=min(dates, key=lambda moment: moment.earliest).value if dates else None,
        end=max(dates, key=lambda moment: moment.latest).value if dates else None,
        origins=origins(family, shared, pages),
        absent=family.absent_origin,
        meaning=differ.meaning,
        category=differ.category,
        weight=differ.weight,
        ties=len(ties),
        contrast=_directed(differ.contrast, family.edges),
        uncredited=sum(edge.direction == "source_first" and edge.credit.status == "none_found" for edge in ties),
    )


def _directed(contrast: Contrast | None, edges: Iterable[Edge]) -> Contrast | None:
    """Return the words of a difference, with a direction where a tie that nobody denied has one."""
    if contrast is None:
        return None
    ways = {(each.derived, each.source) for each in edges if each.direction == "source_first"}
    return replace(contrast, directed=(contrast.derived, contrast.source) in ways)


def _counts(edge: Edge, articles: Mapping[str, Named]) -> bool:
    """Tell whether a tie has a direction and is not known to lie inside one outlet."""
    one, other = articles.get(edge.derived), articles.get(edge.source)
    return edge.direction != "unknown" and one is not None and other is not None and not one_outlet(one, other)
