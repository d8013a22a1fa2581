"""What the lexicon corrects in what the network says."""

import pytest

from sourcier.engines.french.revising import active, features, without_passives
from sourcier.lang.fr.lexicon import lexicon


@pytest.mark.parametrize(
    ("form", "said", "right"),
    [
        ("purgeraient", "Mood=Ind|Number=Plur|Person=3|Tense=Imp|VerbForm=Fin", "Mood=Cnd|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"),
        ("puissent", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin", "Mood=Sub|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"),
        ("chante", "Mood=Sub|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin", "Mood=Sub|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"),
        ("chantées", "Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part|Voice=Pass", "Gender=Fem|Number=Plur|Tense=Past|VerbForm=Part|Voice=Pass"),
        ("zorglubent", "Mood=Ind|VerbForm=Fin", "Mood=Ind|VerbForm=Fin"),
    ],
)  # fmt: skip
def test_a_verb_has_features_that_its_form_allows(form: str, said: str, right: str) -> None:
    assert features("VERB", said, lexicon().readings(form)) == right


def test_other_words_keep_what_the_network_says() -> None:
    assert features("NOUN", "Gender=Fem", lexicon().readings("livre")) == "Gender=Fem"


@pytest.mark.parametrize(("form", "is_active"), [("arrivée", True), ("né", True), ("tué", False), ("monté", False)])
def test_verbs_that_take_etre_and_no_object_have_no_passive(form: str, is_active: bool) -> None:  # noqa: FBT001 - a table
    assert active(lexicon().features(form)) is is_active


def test_a_verb_without_passive_is_read_as_active() -> None:
    relations, feats = without_passives(
        [2, 2, -1], ["nsubj:pass", "aux:pass", "root"], ["", "", "VerbForm=Part|Voice=Pass"], [False, False, True]
    )
    assert relations == ["nsubj", "aux:tense", "root"]
    assert feats[2] == "VerbForm=Part"
    same, _ = without_passives([2, 2, -1], ["nsubj:pass", "aux:pass", "root"], [""] * 3, [False] * 3)
    assert same == ["nsubj:pass", "aux:pass", "root"]
