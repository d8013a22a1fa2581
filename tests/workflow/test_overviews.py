"""A family at a glance."""

from dataclasses import replace

from sourcier.core.article import Article
from sourcier.core.credit import Credit
from sourcier.core.edit import Edit
from sourcier.core.family import AbsentOrigin, Family
from sourcier.core.lineage import Lineage
from sourcier.core.overview import Contrast, Origins, Overview
from sourcier.core.span import Span
from sourcier.workflow.denied import pair
from sourcier.workflow.overviews import differences, overviews
from tests import factory


def _overview(*, family: Family | None = None, derived: Article | None = None, denied: bool = False) -> Overview:
    reprint, dispatch = factory.pair()
    passages = factory.passages(reprint, dispatch)
    lineage = Lineage(passages, (family or factory.family(),), factory.searched())
    articles = {reprint.id: derived or reprint, dispatch.id: dispatch}
    (found,) = overviews(lineage, articles, {pair(reprint.id, dispatch.id)} if denied else frozenset())
    return found


def test_what_a_list_shows() -> None:
    assert _overview() == Overview(
        "f1", "Le port de Sainte-Aurore rouvre", 2, 2, "2031-03-03T18:05:00Z", "2031-03-04", Origins(1, 1), None,
        2, "verb", 0.9, 1, 0, Contrast("reprise.txt", "depeche.txt", "reprendre le", "se joindre au", directed=True),
    )  # fmt: skip


def test_the_words_of_a_denied_tie_have_no_direction() -> None:
    contrast = _overview(denied=True).contrast
    assert contrast is not None
    assert (contrast.before, contrast.after, contrast.directed) == ("reprendre le", "se joindre au", False)


def test_a_tie_without_credit_counts() -> None:
    found = factory.family()
    (edge,) = found.edges
    bare = replace(found, edges=(replace(edge, credit=Credit("none_found")),))
    assert (_overview(family=bare).ties, _overview(family=bare).uncredited) == (1, 1)


def test_a_tie_inside_one_outlet_or_of_unknown_direction_owes_nothing() -> None:
    found = factory.family()
    (edge,) = found.edges
    edge = replace(edge, credit=Credit("none_found"))
    reprint, _ = factory.pair()
    one = _overview(family=replace(found, edges=(edge,)), derived=replace(reprint, outlet="agence  INVENTÉE"))
    assert (one.outlets, one.ties, one.uncredited) == (1, 0, 0)
    unknown = _overview(family=replace(found, edges=(replace(edge, direction="unknown"),)))
    assert (unknown.ties, unknown.uncredited) == (0, 0)


def test_dates_and_outlets_that_are_not_known() -> None:
    reprint, _ = factory.pair()
    found = _overview(derived=replace(reprint, outlet=None, published=None))
    assert (found.outlets, found.start, found.end) == (1, "2031-03-03T18:05:00Z", "2031-03-03T18:05:00Z")


def test_the_absent_origin_is_named() -> None:
    absent = AbsentOrigin("Agence absente", "reprise.txt: « (AA) »")
    found = _overview(family=replace(factory.family(absent=absent), origin=None))
    assert (found.absent, found.title) == (absent, "Le port de Sainte-Aurore rouvre")


def test_denied_texts_are_two_origins_and_differ_as_before() -> None:
    found = _overview(denied=True)
    assert (found.origins, found.ties, found.uncredited) == (Origins(1, 2), 0, 0)
    assert (found.meaning, found.category, found.weight) == (2, "verb", 0.9)


def test_the_two_words_of_a_negation_count_once() -> None:
    there, here = "Les autorités ont confirmé le bilan.", "Les autorités n’ont pas confirmé le bilan."
    derived, source = factory.article("a.txt", here), factory.article("b.txt", there)
    edits = [
        Edit("words", "insert", "negation", 0.9, factory.span(here, words), Span(at, at))
        for words, at in (("n’", 14), ("pas ", 18))
    ]
    passage = factory.passage(derived, source, here, there, edits)
    assert differences([passage], {"a.txt": derived, "b.txt": source}).meaning == 1
