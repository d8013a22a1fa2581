"""Origins at most, beside every reading of the ties of small families."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcier.core.credit import Credit
from sourcier.core.family import AbsentOrigin, Edge, Family
from sourcier.core.passage import Direction
from sourcier.workflow.apart import apart
from sourcier.workflow.origins import origins
from tests import factory

CREDITED = AbsentOrigin("Agence inventée", "x")
UNNAMED = AbsentOrigin(None, "x")


def tie(derived: str, source: str, direction: Direction = "unknown") -> Edge:
    return Edge(derived, source, 0.5, None, direction, (), Credit("none_found"), (), (), None)


def family(articles: str, *edges: Edge, absent: AbsentOrigin | None = None, heirs: str = "") -> Family:
    return Family("f", None, absent, tuple(articles), factory.searched(), edges, {}, tuple(heirs))


def most(found: Family, shared: str = "") -> int:
    result = origins(found, [(pair[0], pair[1]) for pair in shared.split()])
    assert result.min == 1
    return result.max


def readings(found: Family) -> Iterator[int]:
    """Yield for every way to read the ties of unknown direction, in which nothing comes from itself, the origins."""
    known = [_ends(edge) for edge in found.edges if edge.direction != "unknown"]
    unknown = [(edge.source, edge.derived) for edge in found.edges if edge.direction == "unknown"]
    for turns in product((False, True), repeat=len(unknown)):
        ties = known + [(b, a) if turn else (a, b) for turn, (a, b) in zip(turns, unknown, strict=True)]
        if _is_in_order(found.articles, ties):
            yield len(set(found.articles) - {taken for _, taken in ties})


def _ends(edge: Edge) -> tuple[str, str]:
    return (edge.source, edge.derived) if edge.direction == "source_first" else (edge.derived, edge.source)


def _is_in_order(articles: tuple[str, ...], ties: list[tuple[str, str]]) -> bool:
    left, open_ = set(articles), list(ties)
    while free := left - {taken for _, taken in open_}:
        left -= free
        open_ = [each for each in open_ if each[0] in left]
    return not left


@st.composite
def families(draw: st.DrawFn) -> Family:
    articles = "abcdef"[: draw(st.integers(2, 6))]
    pairs = draw(st.lists(st.sampled_from(list(combinations(articles, 2))), unique=True, max_size=8))
    kinds: list[Direction] = ["unknown", "unknown", "source_first", "derived_first"]
    return family(articles, *(tie(b, a, draw(st.sampled_from(kinds))) for a, b in pairs))


@given(families())
def test_as_many_as_some_reading_of_the_ties_allows_and_no_fewer(found: Family) -> None:
    known = [_ends(edge) for edge in found.edges if edge.direction != "unknown"]
    if _is_in_order(found.articles, known):
        assert most(found) == max(readings(found))
    else:
        assert 1 <= most(found) <= len(found.articles)


@given(families(), st.sampled_from(list(combinations("abcdef", 2))))
def test_a_tie_that_goes_never_lowers_the_number(found: Family, gone: tuple[str, str]) -> None:
    fewer = family("".join(found.articles), *(e for e in found.edges if {e.derived, e.source} != set(gone)))
    assert most(fewer) >= most(found)


def test_a_circle_of_texts_taken_from_one_another_has_an_origin_all_the_same() -> None:
    circle = [tie("b", "a", "source_first"), tie("c", "b", "source_first"), tie("a", "c", "source_first")]
    assert most(family("abc", *circle)) == 1


def test_texts_of_one_dispatch_are_folded_by_the_passage_that_all_share() -> None:
    star = family("abcd", tie("b", "a"), tie("c", "a"), tie("d", "a"))
    assert most(star) == 3  # for all that these ties say, one was made of three
    assert most(star, "bc bd cd") == 1


def test_articles_of_a_credited_absent_source_are_one() -> None:
    ties = (tie("b", "a", "source_first"), tie("d", "c"))
    assert most(family("abcd", *ties, absent=CREDITED, heirs="ab")) == 2
    assert most(family("abcd", *ties, absent=CREDITED, heirs="abc")) == 2  # c need not be where d has it from
    assert most(family("abcd", *ties, absent=CREDITED, heirs="abcd")) == 1
    assert most(family("abcd", *ties, absent=UNNAMED, heirs="abcd")) == 2


def test_what_was_taken_from_an_article_of_the_absent_source_is_no_origin() -> None:
    found = family("abc", tie("b", "a", "source_first"), tie("c", "b", "source_first"), absent=CREDITED, heirs="a")
    assert most(found) == 1


graphs = st.integers(1, 9).flatmap(
    lambda n: st.tuples(st.just(n), st.sets(st.sampled_from([*combinations(range(n), 2), (0, 0)]), max_size=30))
)


def _ties(size: int, pairs: set[tuple[int, int]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {str(n): set() for n in range(size)}
    for a, b in pairs:
        if a != b:
            found[str(a)].add(str(b))
            found[str(b)].add(str(a))
    return found


def _brute(ties: dict[str, set[str]]) -> int:
    return max(
        len(some)
        for size in range(len(ties) + 1)
        for some in combinations(ties, size)
        if not any(other in ties[one] for one in some for other in some)
    )


@given(graphs)
def test_the_largest_set_of_things_not_tied(graph: tuple[int, set[tuple[int, int]]]) -> None:
    ties = _ties(*graph)
    assert apart(ties) == _brute(ties)


@given(graphs)
def test_an_answer_that_would_take_too_long_is_never_too_low(graph: tuple[int, set[tuple[int, int]]]) -> None:
    ties = _ties(*graph)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sourcier.workflow.apart._EXACT", 0)
        assert _brute(ties) <= apart(ties) <= len(ties)


def test_large_families_are_counted_too() -> None:
    everyone = _ties(300, set(combinations(range(300), 2)))
    assert apart(everyone) == 1
    star = _ties(5_000, {(0, n) for n in range(1, 5_000)})
    assert apart(star) == 4_999
    ring = _ties(1_001, {(n, (n + 1) % 1_001) for n in range(1_001)})
    assert 500 <= apart(ring) <= 501


def paged(found: Family, *pages: str) -> int:
    return origins(found, (), pages).max


@given(families(), st.sampled_from(["ab", "abc", "cd", "abcdef"]))
def test_two_versions_of_one_page_are_one_origin_at_most(found: Family, page: str) -> None:
    alone = family(page[: len(found.articles)])
    assert paged(alone, page) == 1
    assert paged(found, page) <= most(found)
    folded = [tie(one, other) for one, other in combinations(page, 2) if {one, other} <= set(found.articles)]
    assert paged(found, page) == most(replace(found, edges=(*found.edges, *folded)))


def test_a_page_counts_beside_what_none_of_its_versions_is_tied_to() -> None:
    assert paged(family("abcd", tie("c", "d")), "ab") == 2
    assert paged(family("abc", tie("b", "c", "source_first")), "ab") == 2  # a may come from nowhere, and c too
    assert paged(family("ab"), "bz") == 2  # z is in no family of theirs


def test_a_version_without_the_credit_of_another_is_no_origin_beside_the_absent_source() -> None:
    found = family("abc", tie("b", "a"), absent=CREDITED, heirs="a")
    assert paged(found) == 3
    assert paged(found, "ab") == 2
