"""What the lexicon corrects in what the network says."""

import pytest

from sourcier.engines.french.revising import features, with_subjects, without_passives
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


def revised(verb: str, *relations: str) -> list[str]:
    bits = lexicon().features(verb)
    told, _ = without_passives([2, 2, -1, 2], [*relations, "root", "obl:agent"], [""] * 4, [0, 0, bits, 0])
    return told[:2]


def test_a_verb_that_takes_etre_and_no_object_has_no_passive() -> None:
    assert revised("arrivée", "nsubj:pass", "aux:pass") == ["nsubj", "aux:tense"]
    assert revised("tuée", "nsubj:pass", "aux:pass") == ["nsubj:pass", "aux:pass"]


def test_one_that_can_take_an_object_has_a_passive_where_it_shows() -> None:
    assert revised("montée", "nsubj:pass", "aux:pass") == ["nsubj:pass", "aux:pass"]
    bits = [0, 0, lexicon().features("tombée")]
    relations, feats = without_passives(
        [2, 2, -1], ["nsubj:pass", "aux:pass", "root"], ["", "", "VerbForm=Part|Voice=Pass"], bits
    )
    assert relations == ["nsubj", "aux:tense", "root"]
    assert feats[2] == "VerbForm=Part"


FINITE = finite("Ind", "Sing", 3, "Pres")


@pytest.mark.parametrize(
    ("heads", "relations", "feats", "last"),
    [
        ([-1, 0], ["root", "obj"], [FINITE, ""], "nsubj"),  # « indique un communiqué »
        ([1, -1, 1], ["nsubj", "root", "obj"], ["", FINITE, ""], "obj"),
        ([1, -1, 1], ["aux:tense", "root", "obj"], [FINITE, "VerbForm=Part", ""], "nsubj"),  # « a indiqué un élu »
        ([-1, 0], ["root", "obj"], [finite("Imp", "Sing", 3, "Pres"), ""], "obj"),
        ([-1, 0], ["root", "obj"], ["VerbForm=Inf", ""], "obj"),
        ([-1, 0, 1], ["root", "conj", "obj"], [FINITE, FINITE, ""], "obj"),  # it shares the first verb's subject
    ],
)
def test_the_object_of_a_finite_verb_without_subject_is_its_subject(
    heads: list[int], relations: list[str], feats: list[str], last: str
) -> None:
    assert with_subjects(heads, relations, feats)[-1] == last
