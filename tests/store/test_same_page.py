import pytest

from sourcier.store.same_page import page_text, versions
from tests.store.paged import ANOTHER, FIRST, SECOND, THIRD

_FOOT = " Lire aussi : toutes les annonces de la région, la page des lecteurs et le courrier de la semaine."


def _pages(*texts: tuple[str, str | None, str | None]) -> list[list[int]]:
    return versions([page_text(number, *text) for number, text in enumerate(texts)])


def _untitled(*texts: str) -> list[list[int]]:
    return _pages(*((text, None, None) for text in texts))


def test_texts_that_share_most_of_their_words_are_versions() -> None:
    assert _untitled(FIRST, SECOND, THIRD) == [[0, 1, 2]]


def test_texts_that_share_an_address_alone_are_not() -> None:
    assert _untitled(FIRST, ANOTHER) == []
    assert _pages((FIRST, "La page du Phare", None), (ANOTHER, "La page du Phare", None)) == []


def test_two_stories_of_one_address_are_two_pages() -> None:
    assert _untitled(FIRST, ANOTHER, SECOND, f"{ANOTHER} Le marché ouvre samedi prochain.") == [[0, 2], [1, 3]]


def test_dozens_of_texts_of_a_feed_that_end_alike_are_not() -> None:
    words = ANOTHER.split()
    texts = [" ".join(words[at:] + words[:at]).replace("a", f"a{at}") + _FOOT for at in range(30)]
    assert _untitled(*texts) == []


def test_an_address_of_more_than_fifty_stories_has_no_versions() -> None:
    stories = [" ".join(f"{word}{n}" for word in ANOTHER.split()) for n in range(51)]
    assert _untitled(FIRST, SECOND, *stories[:49]) == [[0, 1]]
    assert _untitled(FIRST, SECOND, *stories[:50]) == []


def test_what_is_too_short_to_tell_is_not_a_version_without_its_title() -> None:
    short = "Le port rouvre lundi, dit la capitainerie"
    assert _untitled(short, f"{short} aujourd’hui.") == []
    titled = [(text, "Sainte-Aurore : le port rouvre", None) for text in (short, f"{short} aujourd’hui.")]
    assert _pages(*titled) == [[0, 1]]


def test_a_page_of_many_stories_that_holds_one_whole_is_no_version_of_it() -> None:
    stories = [" ".join(f"{word}{n}" for word in ANOTHER.split()) for n in range(10)]
    assert _untitled(FIRST, f"{FIRST} {stories[0]}") == [[0, 1]]
    assert _untitled(FIRST, " ".join([FIRST, *stories])) == []


@pytest.mark.parametrize("later", ["Le port de la ville rouvre /2", "Le port de la ville rouvre (2)",
                                   "MISE À JOUR - Le port de la ville rouvre"])  # fmt: skip
def test_a_numbered_update_has_the_title_of_what_it_updates(later: str) -> None:
    rewritten = f"{FIRST[:110]} {ANOTHER[:130]}"
    assert _untitled(FIRST, rewritten) == []
    assert _pages((FIRST, "Le port de la ville rouvre", None), (rewritten, later, None)) == [[0, 1]]


def test_a_site_s_name_is_no_title() -> None:
    rewritten = f"{FIRST[:110]} {ANOTHER[:130]}"
    texts = [(FIRST, "Le Phare inventé", "Le Phare inventé"), (rewritten, "Le Phare inventé", "Le Phare inventé")]
    assert _pages(*texts) == []


def test_texts_of_two_outlets_are_never_versions() -> None:
    assert _pages((FIRST, None, "Le Phare inventé"), (SECOND, None, "Le Matin inventé")) == []
    assert _pages((FIRST, None, "Le Phare inventé"), (SECOND, None, None), (THIRD, None, "Le Matin inventé")) == [
        [0, 1]
    ]
    assert _pages((FIRST, None, "LE PHARE INVENTE"), (SECOND, None, "Le Phare inventé")) == [[0, 1]]


def test_a_live_page_goes_on_though_its_ends_share_nothing() -> None:
    posts = [f"{n} h : {ANOTHER[n * 7 : n * 7 + 120]} {FIRST[n * 6 : n * 6 + 60]} post{n}" for n in range(12)]
    texts = [" ".join(posts[at : at + 4]) for at in range(9)]
    assert _untitled(*texts) == [list(range(9))]


def test_a_text_cut_once_does_not_end_a_page() -> None:
    assert _pages((FIRST, None, None), ("Abonnez-vous pour lire.", None, None), (SECOND, None, None)) == [[0, 2]]


def test_scripts_without_spaces() -> None:
    text = "町の港は月曜日に再開したと港湾当局が発表した。十二隻の船が沖で待っていた。"
    assert _untitled(text, text.replace("十二", "二十")) == [[0, 1]]
    assert _untitled("", "") == []
