"""The pieces beneath the people reader: keys of names, phrases, marks of words."""

import pytest

from sourcier.lang.language import Language
from sourcier.reading.names.words import words
from sourcier.reading.people import shape
from sourcier.reading.people.heads import heads
from sourcier.reading.people.lexis import Lexis, lexis
from sourcier.reading.people.phrases import Phrases
from sourcier.reading.people.variants import Variants, is_part
from tests.reading.numbers.factory import analysis

FRENCH = Language("fr")


@pytest.fixture(scope="module")
def french() -> Lexis:
    found = lexis(FRENCH)
    assert found
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohamed al-Haddad", "MOHAMMED EL HADDAD"),
        ("al- Haddad", "El Haddad"),
        ("Tiani", "Tchiani"),
        ("Tiyani", "Tchiani"),
        ("Youssouf", "Yussuf"),
        ("Oumarou", "Umaru"),
        ("Kadhafi", "Kadafi"),
        ("N’Guessan", "N'Guessan"),
    ],
)
def test_transliterations_have_one_key(french: Lexis, one: str, other: str) -> None:
    variants = Variants(french)
    assert variants.parts(one) == variants.parts(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Issoufou", "Issa"), ("Diallo", "Dia"), ("Mamadou", "Mahamane"), ("Bâ", "Bo")]
)
def test_different_names_have_different_keys(french: Lexis, one: str, other: str) -> None:
    variants = Variants(french)
    assert variants.parts(one) != variants.parts(other)


@pytest.mark.parametrize(
    ("part", "whole", "holds"),
    [
        ("Dosso", "Moussa Dosso", True),
        ("M. Dosso", "Moussa Dosso", True),
        ("M. A. Diallo", "Mariama Aïcha Diallo", True),
        ("Janvier Sossa", "Janvier Houngbé Sossa", True),
        ("Sossa Janvier", "Janvier Houngbé Sossa", False),
        ("I. Dosso", "Moussa Dosso", False),
        ("", "Moussa Dosso", False),
    ],
)
def test_parts_of_names(french: Lexis, part: str, whole: str, holds: bool) -> None:
    variants = Variants(french)
    assert is_part(variants.parts(part) if part else (), variants.parts(whole)) is holds


def test_the_longest_phrase_holds() -> None:
    phrases = Phrases([("garde", 1), ("garde d'enfants", 2)])
    text = words(analysis("une garde d'enfants"))
    assert phrases.at(text, 1) == (4, 2)
    assert phrases.at(text, 0) is None


@pytest.mark.parametrize(
    ("form", "has", "lacks"),
    [
        ("Issoufou", shape.CAPITAL | shape.PERSONAL, shape.CAPITALS | shape.OTHER),
        ("el-Moctar", shape.CAPITAL, shape.CAPITALS),
        ("R.", shape.INITIAL, shape.LETTERS),
        ("lecolonel", shape.GLUED, shape.WORD),
        ("Lawali", shape.GIVEN, shape.GLUED),
        ("Noël", shape.GIVEN, shape.OTHER),
        ("Fondation", shape.OTHER, shape.GIVEN),
        ("ag", shape.BOND | shape.INSIDE, shape.CAPITAL),
        ("2024", 0, shape.LETTERS),
    ],
)
def test_marks_of_words(french: Lexis, form: str, has: int, lacks: int) -> None:
    marks = french.shape(form)
    assert marks & has == has or (has == shape.CAPITAL | shape.PERSONAL and marks & shape.GIVEN)
    assert not marks & lacks


def test_there_are_many_nouns_of_roles_and_all_ranks_go_before_trades() -> None:
    found = list(heads(FRENCH.table("people")))
    names = [form for form, _ in found]
    assert len(names) == len(set(names)) >= 700
    assert {head.kind for form, head in found if form in ("colonel", "ministre", "éleveur", "homologue")} == {
        "rank",
        "office",
        "trade",
        "personal",
    }


def test_lists_of_names_are_broad() -> None:
    assert len(FRENCH.words("given_names")) >= 900
    assert len(FRENCH.words("family_names")) >= 700


def test_a_language_without_a_table_of_people_has_no_lexis() -> None:
    assert lexis(Language("en")) is None
