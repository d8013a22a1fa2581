"""Articles tied by reuse: who may have taken from whom, with what credit, and what was put in or left out."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import timedelta

from sourcier.core.article import Article
from sourcier.core.family import Edge, Family, Searched
from sourcier.core.progress import Progress
from sourcier.core.span import Span
from sourcier.lineage.absent import absent_origin
from sourcier.lineage.analysis import Analysis
from sourcier.lineage.blocks import blocks
from sourcier.lineage.credit import credit
from sourcier.lineage.headline import headline
from sourcier.lineage.heirs import heirs
from sourcier.lineage.punctuation import with_punctuation
from sourcier.lineage.shares import shares
from sourcier.text.sentences import paragraphs


def families(
    analysis: Analysis, progress: Progress | None = None, among: Collection[int] | None = None
) -> tuple[Family, ...]:
    """Return the families of two articles or more, by the id of their earliest article, all or `among` some texts."""
    parents = _parents(analysis)
    if among is not None:
        parents = {text: [each for each in of if each in among] for text, of in parents.items() if text in among}
    groups = _components(parents)
    searched = searched_among(analysis.articles)
    found = []
    for done, texts in enumerate(groups):
        if progress:
            progress("families", done, len(groups))
        found.append(_family(analysis, texts, parents, searched))
    return tuple(sorted(found, key=lambda family: family.id))


def searched_among(articles: Sequence[Article]) -> Searched:
    """Return what an absence is relative to."""
    dated = sorted((article.published for article in articles if article.published), key=lambda moment: moment.earliest)
    start, end = (dated[0].value, dated[-1].value) if dated else (None, None)
    return Searched(len(articles), start, end, len(dated))


def _parents(analysis: Analysis) -> dict[int, list[int]]:
    """For each text the sources of its best reuse, in order of position."""
    found: dict[int, list[int]] = {}
    t = analysis.table
    for row, (derived, source) in enumerate(zip(t.derived.tolist(), t.source.tolist(), strict=True)):
        if analysis.choice.best[row] and analysis.kinds[row] == "reuse" and source not in found.setdefault(derived, []):
            found[derived].append(source)
    return found


def _components(parents: dict[int, list[int]]) -> list[list[int]]:
    leader: dict[int, int] = {}

    def lead(text: int) -> int:
        while leader.setdefault(text, text) != text:
            leader[text] = leader[leader[text]]
            text = leader[text]
        return text

    for derived, sources in parents.items():
        for source in sources:
            one, other = sorted((lead(derived), lead(source)))
            leader[other] = one
    groups: dict[int, list[int]] = {}
    for text in sorted(leader):
        groups.setdefault(lead(text), []).append(text)
    return list(groups.values())


def _family(analysis: Analysis, texts: list[int], parents: dict[int, list[int]], searched: Searched) -> Family:
    edges = [_edge(analysis, derived, source) for derived in texts for source in parents.get(derived, [])]
    positions = {analysis.articles[text].id: text for text in texts}
    taken = {
        positions[e.derived if e.direction == "source_first" else e.source] for e in edges if e.direction != "unknown"
    }
    heads = [text for text in texts if text not in taken]
    absent = absent_origin(analysis, texts, heads)
    is_rooted = len(heads) == 1 and absent is None and all(edge.direction != "unknown" for edge in edges)
    ids = tuple(analysis.articles[text].id for text in texts)
    return Family(
        hashlib.sha256(ids[0].encode("utf-8", "surrogatepass")).hexdigest()[:12],
        analysis.articles[heads[0]].id if is_rooted else None,
        absent,
        ids,
        searched,
        tuple(edges),
        {analysis.articles[text].id: shares(analysis, text) for text in texts},
        tuple(analysis.articles[text].id for text in heirs(analysis, texts, absent)) if absent else (),
    )


def _edge(analysis: Analysis, derived: int, source: int) -> Edge:
    one, other = analysis.articles[derived], analysis.articles[source]
    pairs = _aligned(analysis, derived, source)
    spans = [ours for ours, _ in pairs]
    stretches = by_paragraph(one.text, spans)
    verdict = analysis.verdict(derived, source)
    words = analysis.sharing.words(derived, source)
    whole = max(int(analysis.sizes[derived]), words.span.bit_count(), 1)  # a passage may hold standing words
    return Edge(
        one.id,
        other.id,
        round(words.equal.bit_count() / whole, 4),
        _delay(one, other),
        verdict.direction,
        verdict.reasons,
        credit(one, other, stretches),
        stretches,
        blocks(one, other, pairs),
        headline(one, other),
    )


def _aligned(analysis: Analysis, derived: int, source: int) -> list[tuple[Span, Span]]:
    """The spans of the pair's passages, as in `passages`."""
    rows = analysis.sharing.rows_of[derived, source]
    chars, source_chars = analysis.table.chars[rows].tolist(), analysis.table.source_chars[rows].tolist()
    one, other = analysis.articles[derived].text, analysis.articles[source].text
    return [with_punctuation(one, ours, other, theirs) for ours, theirs in zip(chars, source_chars, strict=True)]


def by_paragraph(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans cut where a paragraph ends: a credit in one paragraph does not speak for the next."""
    whole = paragraphs(text)
    return tuple(
        Span(max(span.start, paragraph.start), min(span.end, paragraph.end))
        for span in sorted(spans)
        for paragraph in whole
        if paragraph.overlaps(span)
    )


def _delay(derived: Article, source: Article) -> timedelta | None:
    """The time between two publications, None unless both are known to the minute or second."""
    one, other = derived.published, source.published
    return one.since(other) if one and other else None
