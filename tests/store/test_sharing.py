"""What a list says of the ties of an article: the source first, then what it has in common, then what takes it up."""

from dataclasses import replace

from sourcier.core.sharing import Sharing
from sourcier.store.ledger import Ledger
from tests.store import stories


def test_each_article_says_its_source_its_like_or_how_many_take_it_up(ledger: Ledger) -> None:
    ids = stories.told(ledger)
    edge = stories.lineage(ledger, ids).families[0].edges[0]
    shared = edge.shared if edge.derived == ids["a"] else stories.lineage(ledger, ids).families[1].edges[0].shared
    assert ledger.sharing(ids.values()) == {
        ids["a"]: Sharing("from", ids["b"], "Journal B", "b", shared, 1),
        ids["b"]: Sharing("to", ids["a"], "Journal A", "a", None, 1),
        ids["c"]: Sharing("with", ids["d"], "Journal D", "d", None, 1),  # the share is of d's words
        ids["d"]: Sharing("with", ids["c"], "Journal C", "c", 0.5, 1),
    }
    assert ledger.sharing([ids["e"], "nobody's"]) == {}


def test_a_known_source_goes_before_a_larger_tie_and_the_larger_source_before_another(ledger: Ledger) -> None:
    ids = stories.told(ledger)
    found = stories.lineage(ledger, ids)
    family = next(each for each in found.families if ids["c"] in each.articles)
    tie = replace(family.edges[0], derived=ids["c"], source=ids["d"], shared=0.9)
    ties = (
        tie,
        replace(tie, source=ids["a"], shared=0.2, direction="source_first"),
        replace(tie, source=ids["b"], shared=0.4, direction="source_first"),
        replace(tie, derived=ids["e"], source=ids["c"], direction="derived_first"),
        replace(tie, derived=ids["d"], source=ids["b"], direction="source_first"),
        replace(tie, derived=ids["e"], source=ids["b"], direction="source_first"),
    )
    stories.save(ledger, replace(found, families=(replace(family, articles=tuple(ids.values()), edges=ties),)))
    said = ledger.sharing(ids.values())
    assert said[ids["c"]] == Sharing("from", ids["b"], "Journal B", "b", 0.4, 3)
    assert (said[ids["b"]].kind, said[ids["b"]].texts) == ("to", 3)


def test_what_somebody_denied_is_not_said(ledger: Ledger) -> None:
    ids = stories.told(ledger)
    ledger.deny(ids["b"], ids["a"])
    assert {ids["a"], ids["b"]}.isdisjoint(ledger.sharing(ids.values()))
    ledger.allow(ids["a"], ids["b"])
    assert ledger.sharing([ids["a"]])[ids["a"]].kind == "from"


def test_an_empty_ledger_shares_nothing() -> None:
    assert Ledger(None).sharing(["a"]) == {}
