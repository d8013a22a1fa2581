"""What training makes of its sentences: quotations, days, noisy copies."""

import random

import pytest

from eval.conllu import Word
from models.french.noise import noisy, small_names
from models.french.sayings import Words, dated, said, subjects

ROWS = """\
Le le DET 1 det
maire maire NOUN 3 nsubj
a avoir AUX 3 aux:tense
rouvert rouvrir VERB 3 root
le le DET 5 det
port port NOUN 3 obj
de de ADP 7 case
Kolmari Kolmari PROPN 5 nmod
. . PUNCT 3 punct"""


def sentence() -> Words:
    rows = (row.split() for row in ROWS.splitlines())
    return tuple(
        Word(form, lemma, upos, "", int(head), relation, space_after=True) for form, lemma, upos, head, relation in rows
    )


def roots(words: Words) -> list[str]:
    """The root, once every word is seen to hang on it."""
    for start in range(len(words)):
        at, steps = start, 0
        while words[at].head != at:
            at, steps = words[at].head, steps + 1
            assert steps <= len(words)
    return [word.form for at, word in enumerate(words) if word.head == at]


@pytest.mark.parametrize("seed", range(40))
def test_a_quotation_is_a_tree_with_its_verb_and_its_speaker(seed: int) -> None:
    found = said(sentence(), subjects([sentence()]), random.Random(seed))
    (verb,) = (at for at, word in enumerate(found) if word.relation == "parataxis:insert")
    speakers = [word for word in found if word.head == verb and word.relation == "nsubj"]
    assert roots(found) == ["rouvert"]
    assert found[found[verb].head].form == "rouvert"
    assert len(speakers) == 1
    assert speakers[0].form == "maire" or speakers[0].upos == "PRON"
    forms = [word.form for word in found]
    assert [form for form in forms if form in {"rouvert", "port", "Kolmari"}] == ["rouvert", "port", "Kolmari"]


def test_a_day_hangs_on_the_verb_it_follows() -> None:
    found = dated(sentence(), random.Random(1))
    at = next(at for at, word in enumerate(found) if word.relation == "obl:mod")
    assert found[at - 1].form == "rouvert"
    assert found[at].head == at - 1
    assert roots(found) == ["rouvert"]


def test_a_sentence_without_an_end_is_no_quotation() -> None:
    words = sentence()[:-1]
    assert said(words, subjects([sentence()]), random.Random(1)) == words


@pytest.mark.parametrize("seed", range(20))
def test_noise_keeps_the_tokens(seed: int) -> None:
    found = noisy(sentence(), random.Random(seed))
    assert len(found) == len(sentence())
    assert all(found)


def test_names_alone_are_put_in_small_letters() -> None:
    assert small_names(sentence()) == ["Le", "maire", "a", "rouvert", "le", "port", "de", "kolmari", "."]
