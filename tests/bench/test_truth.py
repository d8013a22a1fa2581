"""Passages and tellable parents of families built by hand."""

from datetime import datetime

from bench.draft import STANDING, Draft, Word, printed
from bench.family import Member
from bench.outlets import Outlet
from bench.truth import LONGEST_CHANGE, Shared

OUTLET = Outlet("Le Quotidien inventé", (), day_only=False)
WHEN = datetime(2024, 5, 1, 10, 0)


def words(first: int, past: int) -> tuple[Word, ...]:
    return tuple((origin, f"mot{origin}") for origin in range(first, past))


def changed(paragraph: tuple[Word, ...], *origins: int) -> tuple[Word, ...]:
    return tuple((origin, "autre" if origin in origins else form) for origin, form in paragraph)


def member(*paragraphs: tuple[Word, ...], parents: tuple[int, ...] = (), published: str | None = None) -> Member:
    draft = Draft("Titre", paragraphs, "dispatch", parents)
    return Member(draft, OUTLET, WHEN, published, printed(paragraphs))


def spans(family: list[Member], derived: int, source: int) -> list[tuple[str, str]]:
    here, there = family[derived].printed.text, family[source].printed.text
    return [
        (here[slice(*passage.derived_span)], there[slice(*passage.source_span)])
        for passage in Shared(family).passages(derived, source)
    ]


def test_inserted_words_part_a_passage() -> None:
    family = [member(words(0, 20)), member(words(0, 10), words(100, 105), words(10, 20))]
    left, right = printed([words(0, 10)]).text, printed([words(10, 20)]).text
    assert spans(family, 1, 0) == [(left, left), (right, right)]


def test_moved_paragraphs_are_passages_of_their_own() -> None:
    family = [member(words(0, 10), words(10, 20)), member(words(10, 20), words(0, 10))]
    left, right = printed([words(0, 10)]).text, printed([words(10, 20)]).text
    assert spans(family, 1, 0) == [(right, right), (left, left)]


def test_changed_words_lie_inside_a_passage_but_do_not_end_it() -> None:
    family = [member(words(0, 20)), member(changed(words(0, 20), 0, 5, 19))]
    (passage,) = Shared(family).passages(1, 0)
    assert (passage.words, passage.unchanged) == (18, 17)
    ((here, there),) = passage.edits
    assert family[1].printed.text[slice(*here)] == "autre"
    assert family[0].printed.text[slice(*there)] == "mot5"


def test_many_changed_words_in_a_row_end_a_passage() -> None:
    kept = range(10, 10 + LONGEST_CHANGE - 1)
    together = [member(words(0, 40)), member(changed(words(0, 40), *kept))]
    assert len(spans(together, 1, 0)) == 1
    parted = [member(words(0, 40)), member(changed(words(0, 40), *kept, 9))]
    assert len(spans(parted, 1, 0)) == 2


def test_standing_text_is_shared_with_nobody() -> None:
    footer = tuple((STANDING, form) for form in ("Abonnez-vous", "ici"))
    family = [member(words(0, 10), footer), member(words(20, 30), footer)]
    assert spans(family, 1, 0) == []


def test_a_few_words_are_not_asked_for() -> None:
    family = [member(words(0, 20)), member(words(0, 7)), member(words(0, 8))]
    shared = Shared(family)
    assert [passage.counted for passage in shared.passages(1, 0)] == [False]
    assert [passage.counted for passage in shared.passages(2, 0)] == [True]


def test_siblings_share_what_both_took() -> None:
    family = [member(words(0, 30)), member(words(0, 20), parents=(0,)), member(words(10, 30), parents=(0,))]
    both = printed([words(10, 20)]).text
    assert spans(family, 2, 1) == [(both, both)]


def test_two_equal_copies_leave_the_parent_open() -> None:
    family = [member(words(0, 30)), member(words(0, 30), parents=(0,)), member(words(0, 30), parents=(1,))]
    assert not Shared(family).tellable(2)


def test_a_kept_change_tells_the_parent() -> None:
    middle = changed(words(0, 30), 12)
    family = [member(words(0, 30)), member(middle, parents=(0,)), member(middle[:25], parents=(1,))]
    assert Shared(family).tellable(2)
    assert not Shared([*family, member(middle)]).tellable(2)


def test_what_is_certainly_later_is_no_rival() -> None:
    first = member(words(0, 30), published="2024-05-01")
    copy = member(words(0, 30), parents=(0,), published="2024-05-02")
    assert Shared([first, copy, member(words(0, 30), parents=(1,), published="2024-05-03")]).tellable(1)
    assert not Shared([first, copy, member(words(0, 30), parents=(1,), published=None)]).tellable(1)


def test_every_parent_of_a_merger_must_be_tellable() -> None:
    merger = member(words(0, 20), words(50, 70), parents=(0, 1))
    assert Shared([member(words(0, 30)), member(words(50, 70)), merger]).tellable(2)
    copy = member(words(50, 70), parents=(1,))
    assert not Shared([member(words(0, 30)), member(words(50, 70)), merger, copy]).tellable(2)
