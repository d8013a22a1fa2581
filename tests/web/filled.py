"""Small ledgers for the pages; every article in them is invented."""

from collections.abc import Iterable
from pathlib import Path

from sourcier.core.article import Article
from sourcier.store.ledger import Ledger
from sourcier.workflow.refreshing import refresh
from tests import factory

HOSTILE = '<script>alert(1)</script> "onmouseover="x\' &amp; \u202eevil\u202c \x00\x08\ud800'
"""Words that break out of HTML, attributes and lines where they are not escaped."""


def keep(path: Path, articles: Iterable[Article], *, lineage: bool = True) -> None:
    """Put articles into a ledger."""
    with Ledger(path) as ledger:
        list(ledger.add(articles))
        if lineage:
            refresh(ledger)


def pair(path: Path) -> None:
    """Put a dispatch and its reprint into a ledger."""
    keep(path, factory.pair())


def many(path: Path, count: int) -> None:
    """Put articles into a ledger that share the word « barrage », and one that does not hold it."""
    texts = (f"Le barrage numéro {number} de la vallée inventée a été visité." for number in range(count))
    made = [
        factory.article(f"{number}.txt", text, published=f"2031-{1 + number % 12:02}-03", title=f"Visite {number}",
                        outlet=f"Journal {number % 3}", path=f"{number}.txt")
        for number, text in enumerate(texts)
    ]  # fmt: skip
    keep(path, [*made, factory.article("autre.txt", "Une autre affaire.", path="autre.txt")], lineage=False)
