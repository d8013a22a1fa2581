"""Lemmas from rules and from the lexicon."""

import pytest

from sourcier.engines.french.lemmas import applied, chosen, name, rule
from sourcier.lang.fr.lexicon import lexicon

PAIRS = [
    ("navires", "navire"), ("Rouvre", "rouvrir"), ("au", "à"), ("l'", "le"), ("Kolmari", "Kolmari"), ("LE", "le"),
    ("a", "avoir"), ("chevaux", "cheval"), ("860 000", "860 000"), ("-t-il", "lui"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "lemma"), PAIRS)
def test_a_rule_makes_the_lemma_it_was_read_from(form: str, lemma: str) -> None:
    assert applied(form, rule(form, lemma)) == lemma


def test_a_rule_serves_other_words() -> None:
    assert applied("ports", rule("Navires", "navire")) == "port"


def test_a_rule_that_cuts_more_than_there_is_leaves_the_form() -> None:
    assert applied("à", rule("navires", "navir")) == "à"


def test_the_lexicon_decides_between_lemmas() -> None:
    readings = lexicon().readings("mangions")
    assert chosen("VERB", "Mood=Ind|Tense=Imp", "mangioner", readings) == "manger"
    assert chosen("PROPN", "", "Kolmari", ()) == "Kolmari"


@pytest.mark.parametrize(
    ("guess", "lemma"),
    [("niamey", "Niamey"), ("onu", "ONU"), ("al-kadiri", "Al-Kadiri"), ("Kaya", "Kaya"), ("de", "de"), ("", "")],
)
def test_a_proper_name_in_small_letters_is_spelled_as_names_are(guess: str, lemma: str) -> None:
    assert name(guess, lexicon()) == lemma
