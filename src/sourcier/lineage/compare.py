"""Two texts side by side."""

from sourcier.core.article import Article
from sourcier.core.comparison import FEW, Comparison
from sourcier.lineage.analysis import Analysis, analyse
from sourcier.lineage.blocks import blocks
from sourcier.lineage.credit import credit
from sourcier.lineage.families import by_paragraph
from sourcier.lineage.headline import headline
from sourcier.lineage.passages import passages
from sourcier.lineage.settings import OF_TWO
from sourcier.lineage.shares import shares


def compare(a: Article, b: Article) -> Comparison:
    """Return what two articles share and how they differ; which one is derived follows the rules of `trace`.

    All stretches are passages, short ones too; credit is counted over those of `FEW` words or more where there are any.
    """
    analysis = analyse([a, b], OF_TWO, every=True)
    derived, source = _roles(analysis)
    one, other = analysis.articles[derived], analysis.articles[source]
    found = passages(analysis, all_edits=True)
    reuse = [passage for passage in found if passage.kind == "reuse"]
    long = [passage for passage in reuse if passage.equal >= FEW]
    stretches = by_paragraph(one.text, [passage.derived_span for passage in long or reuse])
    verdict = analysis.verdict(derived, source)
    pairs = [(each.derived_span, each.source_span) for each in reuse]
    return Comparison(
        one, other, found, blocks(one, other, pairs), headline(one, other), credit(one, other, stretches),
        verdict.direction, verdict.reasons, shares(analysis, derived), stretches,
    )  # fmt: skip


def _roles(analysis: Analysis) -> tuple[int, int]:
    """Which of the two is derived: as in the passages, else the certainly later one, else the second by id."""
    if len(analysis.table):
        return int(analysis.table.derived[0]), int(analysis.table.source[0])
    first, second = analysis.articles
    dated = first.published and second.published and first.published.before(second.published)
    return (1, 0) if dated or first.id <= second.id else (0, 1)
