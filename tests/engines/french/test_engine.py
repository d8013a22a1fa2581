"""The French engine as a whole, on invented sentences."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest

from sourcier.engines import registry
from sourcier.engines.french.engine import French
from sourcier.text.analysis import Analysis

STORY = (
    "Le préfet d’Anvelle a rouvert mardi le port de Kolmari, fermé depuis trois semaines. "
    "« Vingt navires attendaient au large », a-t-il déclaré à la presse. "
    "Les pêcheurs de la coopérative inventée des Trois-Îles n’ont pas été indemnisés."
)


def rows(found: Analysis) -> list[tuple[str, str, str, str, int, str]]:
    return [
        (found.form(at), one.lemma, one.upos, one.feats, one.head, one.relation) for at, one in enumerate(found.tokens)
    ]


def read(text: str) -> Analysis:
    engine = registry.default("fr")
    assert engine is not None
    return engine.analyse(text)


@pytest.mark.parametrize(
    ("form", "lemma", "upos", "head", "relation"),
    [
        ("préfet", "préfet", "NOUN", "rouvert", "nsubj"),
        ("rouvert", "rouvrir", "VERB", "rouvert", "root"),
        ("mardi", "mardi", "NOUN", "rouvert", "obl:mod"),
        ("port", "port", "NOUN", "rouvert", "obj"),
        ("navires", "navire", "NOUN", "attendaient", "nsubj"),
        ("-t-il", "lui", "PRON", "déclaré", "nsubj"),
        ("pas", "pas", "ADV", "indemnisés", "advmod"),
        ("indemnisés", "indemniser", "VERB", "indemnisés", "root"),
    ],
)
def test_a_plain_story_is_read(form: str, lemma: str, upos: str, head: str, relation: str) -> None:
    found = read(STORY)
    at = next(at for at in range(len(found.tokens)) if found.form(at) == form)
    one = found.tokens[at]
    assert (one.lemma, one.upos, found.form(one.head), one.relation) == (lemma, upos, head, relation)


def test_a_sentence_alone_reads_as_in_a_long_article() -> None:
    chance = random.Random(5)
    words = STORY.split()
    paragraphs = [" ".join(chance.sample(words, chance.randint(1, len(words)))) for _ in range(60)]
    whole = rows(read("\n\n".join(paragraphs)))
    for paragraph in paragraphs:
        alone = rows(read(paragraph))
        part, whole = whole[: len(alone)], whole[len(alone) :]
        assert [(*row[:4], row[5]) for row in part] == [(*row[:4], row[5]) for row in alone]
    assert not whole


def test_a_sentence_without_end_is_cut_where_a_comma_stands() -> None:
    found = read("Vingt navires et un bateau attendent, " * 200)
    longest = max(one.stop - one.first for one in found.sentences)
    assert longest <= 300
    assert all(found.form(one.stop - 1) == "," for one in found.sentences)


def test_threads_that_read_at_once_read_the_same() -> None:
    texts = [
        f"Le {word} de Kolmari a dit que {number} navires attendaient au port de {word}ville."
        for number, word in enumerate(["préfet", "maire", "juge", "port", "vent", "fleuve", "marché", "train"] * 5)
    ]
    engine = French()
    alone = [engine.analyse(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(French().analyse, texts)) == alone
        assert list(pool.map(engine.analyse, texts)) == alone
