"""A small ledger with two families, every article of it invented."""

from collections.abc import Iterable
from dataclasses import replace

from sourcier.core.credit import Credit
from sourcier.core.family import AbsentOrigin, Edge, Family, Shares
from sourcier.core.lineage import Lineage
from sourcier.core.overview import Origins, Overview
from sourcier.store.ledger import Ledger
from tests import factory

_MOMENTS = {"a": "2031-03-04", "b": "2031-03-03T18:05:00Z", "c": "2031-03", "d": "2031-03-04T00:30:00+02:00", "e": None}


def told(ledger: Ledger) -> dict[str, str]:
    """Fill a ledger, and return the id of each article by its path: b ← a, and c with d; e is alone."""
    reprint, dispatch = factory.pair()
    texts = {"a": reprint.text, "b": dispatch.text, "c": "Un bulletin inventé.", "d": "Un bulletin.", "e": "Seul."}
    found = [
        factory.article(path, texts[path], path=path, published=moment, outlet=f"Journal {path.upper()}", title=path)
        for path, moment in _MOMENTS.items()
    ]
    ids = dict(zip(_MOMENTS, next(iter(ledger.add(found))).ids, strict=True))
    save(ledger, lineage(ledger, ids), overviews=overviews(ids))
    return ids


def save(ledger: Ledger, found: Lineage, *, version: int = 1, overviews: Iterable[Overview] = ()) -> None:
    """Keep a lineage of all articles, whatever it is, as a run that grew the ledger would."""
    ledger.pending()
    numbers = {each.id: each.number for each in ledger.known()}
    pairs = dict.fromkeys(
        (numbers[each.derived], numbers[each.source])
        for each in found.passages
        if each.derived in numbers and each.source in numbers
    )
    ledger.save_pairs([(number, 0) for number in numbers.values()], [(*pair, 0, b"") for pair in pairs])
    ledger.save_judged(list(numbers.values()), found.passages, found.families, overviews)
    assert ledger.finish(version=version)


def lineage(ledger: Ledger, ids: dict[str, str]) -> Lineage:
    """Return what was found: numbers and a verb differ between a and b; nobody has what c and d come from."""
    derived, source = ledger.article(ids["a"]), ledger.article(ids["b"])
    passages = factory.passages(derived, source)
    edge = factory.edge(derived, source, passages)
    unknown = Edge(ids["d"], ids["c"], 0.5, None, "unknown", (), Credit("none_found"), (), (), None)
    shares = {ids["a"]: Shares(0.5, 0.1, 0.4)}
    first = Family(ids["b"], ids["b"], None, (ids["b"], ids["a"]), factory.searched(), (edge,), shares)
    absent = AbsentOrigin("Agence inventée", "citée")
    second = Family(ids["c"], None, absent, (ids["c"], ids["d"]), factory.searched(), (unknown,), {}, (ids["d"],))
    return Lineage(passages, tuple(sorted((first, second), key=lambda family: family.id)), factory.searched())


def overviews(ids: dict[str, str]) -> tuple[Overview, Overview]:
    """Return the two families at a glance."""
    first = Overview(
        ids["b"], "Le port", 2, 2, "2031-03-03T18:05:00Z", "2031-03-04", Origins(1, 1), None, 2, "verb", 0.9, 1, 0
    )
    absent = AbsentOrigin("Agence inventée", "citée")
    second = replace(
        first, family=ids["c"], title="Un bulletin", articles=3, start="2031-03", end="2031-03-04T00:30:00+02:00",
        origins=Origins(1, 2), absent=absent, weight=0.2, uncredited=1,
    )  # fmt: skip
    return first, second
