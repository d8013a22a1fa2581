"""What articles took from earlier ones, as the readers are told it: words of time lean on the day of those."""

from collections.abc import Iterable, Mapping

from sourcier.core.article import Article
from sourcier.core.passage import Passage
from sourcier.reading.dates.copied import Taken, taken
from sourcier.store.ledger import Ledger
from sourcier.workflow import denied


def among(articles: Iterable[Article], passages: Iterable[Passage]) -> Mapping[str, tuple[Taken, ...]]:
    """Return by id what each of some articles took from the others; `passages` are what tracing found in all."""
    published = {each.id: each.published for each in articles}
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        found.setdefault(passage.derived, []).append(passage)
    return {id_: each for id_, of in found.items() if (each := taken(id_, of, published))}


def in_ledger(ledger: Ledger, key: str) -> tuple[Taken, ...]:
    """Return what an article took from others of its ledger, less what a person denied; raises UnknownArticle."""
    with ledger.at_once():
        around = ledger.around(key)
        passages = denied.passages(around.passages, denied.pairs(ledger.denials(around.article.id)))
        cards = ledger.cards({each.source for each in passages})
    return taken(around.article.id, passages, {id_: card.published for id_, card in cards.items()})
