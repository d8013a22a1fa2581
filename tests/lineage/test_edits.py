"""Edits: they rebuild the derived span from the source's, and say what they do."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.core.article import Article
from sourcier.core.edit import Edit
from sourcier.lineage.edits import edits
from sourcier.lineage.words import Words, words
from tests.lineage.pairs import applied, compare

ALPHABET = st.sampled_from(
    [*"aàbdéEszßœŒ0129  ,.;:!?'’«»\"-–\n\u00a0\u00ad\u200b\u0301%€أآ你好ไทยŉ", "ne pas ", "Le ", "aurait "]
)
TEXT = st.lists(ALPHABET, max_size=60).map("".join)


@st.composite
def runs(draw: st.DrawFn, derived: Words, source: Words) -> list[tuple[int, int, int]]:
    """Any runs in order, of words that need not be equal."""
    found = []
    i = j = 0
    while i < len(derived) and j < len(source) and draw(st.booleans()):
        i += draw(st.integers(0, len(derived) - i - 1))
        j += draw(st.integers(0, len(source) - j - 1))
        n = draw(st.integers(1, min(len(derived) - i, len(source) - j)))
        found.append((i, j, n))
        i, j = i + n, j + n
    return found


@settings(deadline=None)  # the first example loads the word lists
@given(st.data(), TEXT | st.text(), TEXT | st.text(), st.sampled_from(["fr", "en", "ar", None]))
def test_applied_edits_give_the_derived_span(data: st.DataObject, ours: str, theirs: str, language: str | None) -> None:
    derived, source = Article("d", ours, language=language), Article("s", theirs, language=language)
    our_words, their_words = words(ours), words(theirs)
    aligned = data.draw(runs(our_words, their_words))
    found = edits(derived, source, our_words, their_words, aligned)
    if not aligned:
        assert found == ()
        return
    (i, j, _), (i_last, j_last, n) = aligned[0], aligned[-1]
    start, end = int(our_words.starts[i]), int(our_words.ends[i_last + n - 1])
    begin, stop = int(their_words.starts[j]), int(their_words.ends[j_last + n - 1])
    assert applied(found, derived, source, (start, begin), (end, stop)) == ours[start:end]
    assert all(0 <= edit.weight <= 1 for edit in found)
    for edit in found:
        assert edit.derived.of(ours) != edit.source.of(theirs)
        sides = (len(edit.derived) > 0, len(edit.source) > 0)
        assert sides == {"insert": (True, False), "delete": (False, True), "substitute": (True, True)}[edit.kind]


def only(source: str, derived: str, language: str | None = "fr") -> Edit:
    found = compare(source, derived, language)
    assert len(found) == 1, found
    return found[0]


# Every sentence is invented.
@pytest.mark.parametrize(
    ("source", "derived", "category", "cue"),
    [
        ("Le ministre a confirmé le départ.", "Le ministre a démenti le départ.", "negation", "démenti"),
        ("La mesure est légale ici.", "La mesure est illégale ici.", "negation", "illégale"),
        ("Il a tué le garde.", "Il aurait tué le garde.", "modality", "aurait"),
        ("Il viendra bientôt.", "Il viendra peut-être bientôt.", "modality", "peut"),
        ("Le convoi comptait trois camions.", "Le convoi comptait cinq camions.", "number", "cinq"),
        ("La part est de 20 % ici.", "La part est de 20 pour mille ici.", "number", "mille"),
        ("Environ 300 sacs étaient là.", "300 sacs étaient là.", "number", "Environ"),
        ("Il est parti mardi soir.", "Il est parti jeudi soir.", "date", "jeudi"),
        ("Il est parti le 5 mai.", "Il est parti le 6 mai.", "date", "6"),
        ("Né en 1950 à Gao.", "Né en 1951 à Gao.", "date", "1951"),
        ("Les soldats ont pris le pont.", "Les rebelles ont pris le pont.", "actor", "rebelles"),
        ("Il a été soigné par Bila Tano.", "Il a été soigné par Oumou Sarr.", "actor", "Oumou"),
        ("Le convoi est parti de Gao hier.", "Le convoi est parti de Kidal hier.", "place", "Kidal"),
        ("Il vit à Zorbanga depuis lors.", "Il vit à Koltiga depuis lors.", "place", "Koltiga"),
        ("Il veut reprendre le contrôle du port.", "Il veut se joindre au contrôle du port.", "verb", "joindre"),
        ("« Oui », a déclaré cet homme.", "« Oui », a affirmé cet homme.", "attribution", "affirmé"),
        ("Le port est fermé.", "Selon la radio, le port est fermé.", "attribution", "Selon"),
        ("Le livre de Tano Bila est rare.", "Le livre de Oumou Sarr est rare.", "name", None),
        ("Ali Zorbango est là.", "Ali Zorbengo est là.", "name", None),
        ("Une belle route mène au col.", "Une jolie route mène au col.", "wording", None),
        ("Une belle digue mène au col.", "Une belles digue mène au col.", "spelling", None),
        ("Un gravier brunatre luit.", "Un gravier brunetre luit.", "spelling", None),
        ("Le prefet parle.", "Le préfet parle.", "spelling", None),
        ("Le préfet parle.", "Le Préfet parle.", "typography", None),
        ("Il dit : « Non »", "Il dit : “Non »", "typography", None),
        ("Un stock de 12 000 sacs.", "Un stock de 12000 sacs.", "typography", None),
    ],
)
def test_the_first_category_that_fits(source: str, derived: str, category: str, cue: str | None) -> None:
    found = [edit for edit in compare(source, derived) if edit.category not in {"typography"}] or compare(
        source, derived
    )
    assert [(edit.category, edit.cue) for edit in found] == [(category, cue)]


CASES = [
    [field.strip() for field in line.split("|")]
    for line in (Path(__file__).parent / "edit_cases.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("category", "source", "derived", "language"), CASES)
def test_written_cases(category: str, source: str, derived: str, language: str) -> None:
    found = compare(source, derived, language)
    assert ({edit.category for edit in found} - {"typography"} or {"typography"}) == {category}


def test_an_edit_over_a_whole_sentence_says_so() -> None:
    edit = only("Le pont est fermé. Il pleut.", "Le pont est fermé. Le bac ne circule plus. Il pleut.")
    assert (edit.unit, edit.kind) == ("sentence", "insert")


def test_a_verb_outweighs_the_wording_around_it() -> None:
    found = compare(
        "Le maire, un brave homme, veut reprendre le contrôle.", "Le maire, un bon homme, veut se joindre au contrôle."
    )
    assert max(found, key=lambda edit: edit.weight).category == "verb"


@pytest.mark.parametrize(
    ("source", "derived", "taken", "left"),
    [
        ("Le pont est là.", "Le vieux pont est là.", "vieux ", ""),
        ("Le pont est là.", "Le pont, vieux, est là.", ", vieux,", ""),
        ("Le vieux pont est là.", "Le pont est là.", "", "vieux "),
    ],
)
def test_words_put_in_or_left_out_take_a_separator_along(source: str, derived: str, taken: str, left: str) -> None:
    edit = only(source, derived)
    assert (edit.derived.of("0\n" + derived), edit.source.of("0\n" + source)) == (taken, left)


def test_a_gap_of_pairs_of_one_kind_is_parted() -> None:
    found = compare("Hier trois soldats dorment.", "Hier cinq civils dorment.")
    assert [edit.category for edit in found] == ["number", "actor"]


def test_without_a_known_language_only_digits_and_capitals_speak() -> None:
    assert only("iri 5 dono", "iri 6 dono", "qq").category == "number"
    assert only("ina zo Bako dono", "ina zo Tari dono", None).category == "name"
    assert only("ina jamais dono", "ina pas dono", None).category == "wording"
