"""What the lexicon corrects in what the network says."""

import pytest

from sourcier.engines.french.revising import active, features, without_passives
from sourcier.lang.fr.lexicon import lexicon

_FINITE = "Number={number}|Person={person}|Tense={tense}|VerbForm=Fin"
_PASSIVE = "Tense=Past|VerbForm=Part|Voice=Pass"


def finite(mood: str, number: str, person: int, tense: str) -> str:
    return f"Mood={mood}|{_FINITE.format(number=number, person=person, tense=tense)}"


@pytest.mark.parametrize(
    ("form", "said", "right"),
    [
        ("purgeraient", finite("Ind", "Plur", 3, "Imp"), finite("Cnd", "Plur", 3, "Pres")),
        ("puissent", finite("Ind", "Plur", 3, "Pres"), finite("Sub", "Plur", 3, "Pres")),
        ("chante", finite("Sub", "Sing", 1, "Pres"), finite("Sub", "Sing", 1, "Pres")),
        ("chantées", f"Gender=Fem|Number=Sing|{_PASSIVE}", f"Gender=Fem|Number=Plur|{_PASSIVE}"),
        ("zorglubent", "Mood=Ind|VerbForm=Fin", "Mood=Ind|VerbForm=Fin"),
    ],
)
def test_a_verb_has_features_that_its_form_allows(form: str, said: str, right: str) -> None:
    assert features("VERB", said, lexicon().readings(form)) == right


def test_other_words_keep_what_the_network_says() -> None:
    assert features("NOUN", "Gender=Fem", lexicon().readings("livre")) == "Gender=Fem"


@pytest.mark.parametrize(("form", "is_active"), [("arrivée", True), ("né", True), ("tué", False), ("monté", False)])
def test_verbs_that_take_etre_and_no_object_have_no_passive(form: str, is_active: bool) -> None:
    assert active(lexicon().features(form)) is is_active


def test_a_verb_without_passive_is_read_as_active() -> None:
    relations, feats = without_passives(
        [2, 2, -1], ["nsubj:pass", "aux:pass", "root"], ["", "", "VerbForm=Part|Voice=Pass"], [False, False, True]
    )
    assert relations == ["nsubj", "aux:tense", "root"]
    assert feats[2] == "VerbForm=Part"
    same, _ = without_passives([2, 2, -1], ["nsubj:pass", "aux:pass", "root"], [""] * 3, [False] * 3)
    assert same == ["nsubj:pass", "aux:pass", "root"]
