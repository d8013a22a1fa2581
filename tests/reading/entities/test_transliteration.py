"""Spellings of one name have one key; names that merely resemble one another have two."""

import pytest

from sourcier.lang.load import language
from sourcier.reading.entities.naming import named
from sourcier.reading.entities.transliteration import word
from sourcier.text.fold import fold

ONE_SPELLING = (
    "Tiani Tchiani Tiyani Tyani",
    "Mohamed Mohammed Muhammad Mouhamed Mohamad",
    "Ouattara Wattara",
    "Sidibé Sidibe Sidibey",
    "Condé Kondé Condey",
    "Hassan Hassane Hasan",
    "Fatima Fatimah Fatimeh",
    "Rhissa Ghissa",
    "Tshisekedi Tchisekedi",
    "Djibril Jibril Gibril",
    "Bathily Batily",
    "Kadhafi Khadafi Kaddafi Qaddafi",
    "Ahmed Ahmad",
    "Abdourahamane Abderrahmane Abdurahman",
    "Yahya Yahia",
)
ONE_SKELETON = (
    "Gaddafi Kadhafi Qaddafi",
    "Diallo Djallo Jallow",
    "Haftar Khaftar",
    "Zarrougui Zarrugi",
    "Tchallami Challami",
)
APART = (
    "Mohamed Mahamat Mamadou Mahamadou Ahmadou Amadou",
    "Seydou Saïdou",
    "Hassan Hassani",
    "Ibrahim Ibrahima",
    "Oumar Oumarou",
    "Moussa Issa",
    "Sano Sanou",
    "Guèye Gaye",
    "Traoré Touré",
)


@pytest.mark.parametrize("names", ONE_SPELLING)
def test_spellings_of_one_sound_are_one(names: str) -> None:
    assert len({word(fold(name), "fr").spelling for name in names.split()}) == 1


@pytest.mark.parametrize("names", ONE_SKELETON)
def test_spellings_further_apart_are_found_together(names: str) -> None:
    words = [word(fold(name), "fr") for name in names.split()]
    assert len({one.skeleton for one in words}) == 1


@pytest.mark.parametrize("names", APART)
def test_cognates_and_lookalikes_are_different_names(names: str) -> None:
    forms = names.split()
    assert len({word(fold(name), "fr").spelling for name in forms}) == len(forms)


@pytest.mark.parametrize("name", ["al-Haddad", "El Haddad", "el haddad", "AL-HADDAD"])
def test_particles_do_not_count(name: str) -> None:
    assert [one.spelling for one in named(name, "fr").words] == ["hadad"]


def test_honorifics_go_where_two_words_remain() -> None:
    assert named("El Hadj Moussa Tombalou", "fr").spelling == named("Moussa Tombalou", "fr").spelling
    assert named("Cheikh Tombalou", "fr").spelling != named("Tombalou", "fr").spelling


def test_a_son_is_told_from_his_father() -> None:
    assert named("Joseph Ondobong fils", "fr").generation == "fils"
    assert named("Joseph Ondobong", "fr").generation is None


def test_names_written_together_have_one_whole() -> None:
    assert named("Abd el-Moumen Zarrougui", "fr").glued == named("Abdelmoumen Zarrougui", "fr").glued


def test_without_rules_a_word_is_itself() -> None:
    assert word("tchiani", "zz").spelling == "tchiani"


def test_the_tables_are_folded_and_apart() -> None:
    found = language("fr")
    assert found
    table = found.table("transliteration")
    variants = [form for forms in table["variants"] for form in forms]
    assert len(variants) == len(set(variants))
    listed = [*variants, *table["particles"], *table["honorifics"], *table["generations"], *table["frequent"].split()]
    assert [form for form in listed if fold(form) != form] == []
    for name in ("particles", "honorifics", "generations"):
        assert table[name] == sorted(set(table[name]))
    assert table["frequent"].split() == sorted(set(table["frequent"].split()))
