"""What the sources of a text take up themselves."""

from itertools import pairwise

from sourcier.core.credit import Credit
from sourcier.core.family import Edge, Family
from sourcier.core.lineage import Lineage
from sourcier.core.passage import Direction
from sourcier.store.ledger import Ledger
from tests import factory
from tests.store import stories

NAMES = "abcdefgh"


def told(ledger: Ledger, ways: dict[str, tuple[str, Direction]]) -> dict[str, str]:
    """Store texts of which each takes up another, and return their ids by name."""
    found = [factory.article(name, f"Un bulletin inventé, {name}.", path=name) for name in NAMES]
    ids = dict(zip(NAMES, next(iter(ledger.add(found))).ids, strict=True))
    edges = tuple(
        Edge(ids[derived], ids[source], 0.5, None, direction, (), Credit("none_found"), (), (), None)
        for derived, (source, direction) in ways.items()
    )
    family = Family(ids["a"], None, None, tuple(ids.values()), factory.searched(), edges, {})
    stories.save(ledger, Lineage((), (family,), factory.searched()))
    return ids


def above(ledger: Ledger, ids: dict[str, str], name: str) -> dict[str, str]:
    names = {id_: name for name, id_ in ids.items()}
    chains = ledger.around(ids[name]).chains
    return {names[source]: "".join(names[id_] for id_ in chain) for source, chain in chains.items()}


def test_it_goes_up_at_most_five_steps(ledger: Ledger) -> None:
    ids = told(ledger, {one: (next_, "source_first") for one, next_ in pairwise(NAMES)})
    assert above(ledger, ids, "a") == {"b": "cdefg"}
    assert above(ledger, ids, "f") == {"g": "h"}
    assert above(ledger, ids, "g") == {}


def test_it_ends_where_nothing_is_known_or_somebody_denied(ledger: Ledger) -> None:
    ids = told(
        ledger, {"a": ("b", "source_first"), "b": ("c", "source_first"), "c": ("d", "unknown"), "e": ("a", "unknown")}
    )
    assert above(ledger, ids, "a") == {"b": "c"}
    assert above(ledger, ids, "e") == {}
    ledger.deny(ids["c"], ids["b"])
    assert above(ledger, ids, "a") == {}


def test_texts_that_take_up_one_another_end_it(ledger: Ledger) -> None:
    ids = told(ledger, {"a": ("b", "source_first"), "b": ("c", "source_first"), "c": ("a", "source_first")})
    assert above(ledger, ids, "a") == {"b": "c"}
