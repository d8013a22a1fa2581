"""The lexicon that is shipped, and one built from a dictionary of a few lines."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.lexicon.build import encoded
from models.lexicon.hunspell import entries
from models.lexicon.readings import of_entry
from sourcier.lang.fr.lexicon import FEATURES, Lexicon, Reading, lexicon

AFFIXES = """
SFX S. Y 2
SFX S. 0 0/L'D' [^sxz] is:sg
SFX S. 0 s/D' [^sxz] is:pl
SFX a0 Y 4
SFX a0 er er er po:infi
SFX a0 er e er po:ipre po:spre po:1sg po:3sg
SFX a0 er erait er po:cond po:3sg
SFX a0 er ez-vous er po:impe po:2pl ds:+pr
SFX p+ Y 2
SFX p+ er é er po:ppas po:adj is:mas is:sg
SFX p+ er ée er po:ppas po:adj is:fem is:sg
PFX U. N 1
PFX U. 0 k .
PFX L' Y 1
PFX L' 0 l' .
"""
DICTIONARY = """6
puits/S.() po:nom is:mas
sourcier/S.() po:nom is:mas
jaillir
forer/a0p+() po:v1__t___zz
m/U.||-- po:nom is:mas is:inv
Ouadra/L'D' po:npr is:epi is:inv
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    folder: Path = tmp_path_factory.mktemp("dictionary")
    (folder / "fr.aff").write_text(AFFIXES, "utf-8")
    (folder / "fr.dic").write_text(DICTIONARY, "utf-8")
    found = entries(folder / "fr.dic", folder / "fr.aff")
    words = {form: (readings, marks) for entry in found for form, readings, marks in of_entry(entry) if readings}
    return Lexicon(encoded(words))


def read(form: str) -> set[tuple[str, str, str]]:
    return {(one.lemma, one.upos, one.feats) for one in lexicon().readings(form)}


def held(form: str) -> set[str]:
    bits = lexicon().features(form)
    return {name for place, name in enumerate(FEATURES) if bits >> place & 1}


def test_affixes_are_expanded_with_their_morphology(small: Lexicon) -> None:
    person = "Mood={}|Number=Sing|Person={}|Tense=Pres|VerbForm=Fin"
    assert {(one.lemma, one.feats) for one in small.readings("fore")} == {
        ("forer", person.format(mood, number)) for mood in ("Ind", "Sub") for number in (1, 3)
    }
    assert small.readings("forée") == (
        Reading("forer", "VERB", "Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part"),
        Reading("foré", "ADJ", "Gender=Fem|Number=Sing"),
    )
    assert small.readings("sourciers") == (Reading("sourcier", "NOUN", "Gender=Masc|Number=Plur"),)
    assert small.readings("km") == (Reading("km", "NOUN", "Gender=Masc"),)
    assert small.only_conditional("forerait")
    assert not small.only_conditional("fore")


@pytest.mark.parametrize("form", ["puits", "jaillir", "l'Ouadra", "forez-vous", "for", "sourcierss", "", "0", "\x00"])
def test_what_no_rule_makes_is_no_word(small: Lexicon, form: str) -> None:
    assert not small.known(form)
    assert small.readings(form) == ()


@pytest.mark.parametrize(
    ("form", "reading"),
    [
        ("journaux", ("journal", "NOUN", "Gender=Masc|Number=Plur")),
        ("rouges", ("rouge", "ADJ", "Number=Plur")),
        ("participé", ("participer", "VERB", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part")),
        ("pu", ("pouvoir", "VERB", "Tense=Past|VerbForm=Part")),
        ("pris", ("prendre", "VERB", "Gender=Masc|Tense=Past|VerbForm=Part")),
        ("fût", ("être", "AUX", "Mood=Sub|Number=Sing|Person=3|Tense=Past|VerbForm=Fin")),
        ("ont", ("avoir", "VERB", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin")),
        ("précisant", ("préciser", "VERB", "Tense=Pres|VerbForm=Part")),
        ("il", ("lui", "PRON", "Emph=No|Gender=Masc|Number=Sing|Person=3|PronType=Prs")),
        ("-t-elle", ("lui", "PRON", "Emph=No|Gender=Fem|Number=Sing|Person=3|PronType=Prs")),
        ("aux", ("à", "ADP", "Definite=Def|Number=Plur|PronType=Art")),
        ("votre", ("son", "DET", "Number=Sing|Poss=Yes")),
        ("l’", ("le", "DET", "Definite=Def|Number=Sing|PronType=Art")),
        ("qu’", ("que", "SCONJ", "")),
        ("jusqu’", ("jusque", "ADP", "")),
        ("quarante-deux", ("quarante-deux", "NUM", "NumType=Card")),
        ("troisième", ("troisième", "ADJ", "Number=Sing|NumType=Ord")),
        ("336e", ("336e", "ADJ", "Number=Sing|NumType=Ord")),
        ("coeurs", ("coeur", "NOUN", "Gender=Masc|Number=Plur")),
        ("présidente", ("président", "NOUN", "Gender=Fem|Number=Sing")),
        ("directrice", ("directrice", "NOUN", "Gender=Fem|Number=Sing")),
    ],
)
def test_readings_follow_the_treebank(form: str, reading: tuple[str, str, str]) -> None:
    assert reading in read(form)


def test_a_capitalised_form_has_both_readings() -> None:
    assert {("Pierre", "PROPN"), ("pierre", "NOUN")} <= {(lemma, upos) for lemma, upos, _ in read("Pierre")}
    assert lexicon().readings("Pierre")[0].upos == "PROPN"
    assert "PROPN" not in {upos for _, upos, _ in read("pierre")}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("Etat", "état"), ("Ecole", "école"), ("GENERAL", "général"), ("MARCHE", "marché"), ("ÉTAT", "état")],
)
def test_capitals_may_lack_accents(form: str, lemma: str) -> None:
    assert lexicon().known(form)
    assert lemma in {of for of, _, _ in read(form)}


@pytest.mark.parametrize("form", ["DES", "LA"])
def test_a_short_word_in_capitals_is_not_taken_for_another(form: str) -> None:
    assert {one for one in read(form) if one[1] != "PROPN"} == {one for one in read(form.lower()) if one[1] != "PROPN"}


def test_after_a_prefix_the_last_part_is_read() -> None:
    assert ("franco-libyen", "ADJ", "Gender=Masc|Number=Plur") in read("franco-libyens")
    assert ("ex-président", "NOUN", "Gender=Masc|Number=Sing") in read("Ex-président")
    assert not lexicon().known("chaise-libyen")
    assert not lexicon().known("franco-mangeait")


@pytest.mark.parametrize("form", ["aurait", "viendraient", "serions", "Dirais", "AURAIT"])
def test_forms_that_can_only_be_conditional(form: str) -> None:
    assert lexicon().only_conditional(form)
    assert "only conditional" in held(form)


@pytest.mark.parametrize("form", ["aura", "étions", "était", "pays", "Niamey", "zzz", "fleurirent", "mourrons"])
def test_forms_that_are_not_only_conditional(form: str) -> None:
    assert not lexicon().only_conditional(form)
    assert "only conditional" not in held(form)


def test_unknown_words_are_unknown() -> None:
    for form in ("Gnagnassié", "terroristes.«", "entreLe", "12", "…", "onu", "etat"):
        assert not lexicon().known(form), form
        assert lexicon().readings(form) == (), form


def test_features_say_what_a_tagger_wants_to_know() -> None:
    assert {"NOUN", "VERB", "VERB Fin Mood=Ind", "NOUN Number=Sing", "as written"} <= held("marche")
    assert {"VERB VerbForm=Inf", "intransitive", "conjugated with être"} <= held("aller")
    assert {"given name", "PROPN Gender=Fem", "lower-cased"} <= held("MARIE")
    assert "a name if capitalised" in held("paris")
    assert "respelled" in held("onu")
    assert {"NOUN", "respelled"} <= held("etat")
    assert "AUX être" in held("Serait")
    assert held("terroristes.«") == set()
    assert len(set(FEATURES)) == len(FEATURES) <= 128


@given(st.text(max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    bits = lexicon().features(text)
    assert 0 <= bits < 1 << len(FEATURES)
    for reading in lexicon().readings(text):
        assert reading.lemma
        assert reading.feats == "" or reading.feats.split("|") == sorted(reading.feats.split("|"), key=str.lower)


@given(st.sampled_from(["état", "préfère", "Éthiopie", "aujourd'hui", "là"]))
def test_composition_of_letters_and_apostrophes_do_not_matter(form: str) -> None:
    other = unicodedata.normalize("NFD", form).replace("'", "’")
    assert lexicon().readings(other) == lexicon().readings(form) != ()
    assert lexicon().features(other) == lexicon().features(form)


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="not a lexicon"):
        Lexicon(b"another file")
