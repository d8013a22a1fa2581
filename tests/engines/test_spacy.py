"""spaCy's analyses as ours. spaCy itself is large and no part of `make setup`: see fake_spacy.py."""

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from sourcier.core.errors import InputError
from sourcier.engines import spacy
from sourcier.text.analysis import Analysis
from tests.engines import contract
from tests.engines.fake_spacy import FakeDoc, FakePipeline, whole


def read(text: str, pipeline: FakePipeline) -> Analysis:
    found = spacy.Spacy("fake", pipeline, "3.8.1").analyse(text)
    contract.keep(found, text)
    return found


def heads(found: Analysis) -> list[int]:
    return [token.head for token in found.tokens]


def test_every_layer_is_taken_over() -> None:
    found = read("Navires bleus.", whole())
    first, second, _ = found.tokens
    assert (first.start, first.end, second.start, second.end) == (0, 7, 8, 13)
    assert (second.lemma, second.upos, second.feats, second.head, second.relation) == (
        "bleus", "NOUN", "Number=Sing", 0, "nmod",
    )  # fmt: skip
    assert (first.head, first.relation) == (0, "root")
    assert found.producer == "spacy:fake 3.8.0, spaCy 3.8.1"


def test_white_space_is_dropped_and_what_hung_from_it_hangs_from_its_head() -> None:
    assert heads(read("a  b \u00a0 c", whole())) == [0, 0, 1]


def test_what_hung_from_white_space_that_is_a_root_becomes_one() -> None:
    found = read("a.  b c", whole())  # the second sentence begins with white space
    assert [(each.first, each.stop) for each in found.sentences] == [(0, 2), (2, 4)]
    assert [(token.head, token.relation) for token in found.tokens[2:]] == [(2, "root"), (2, "nmod")]


def test_paragraphs_are_read_alone() -> None:
    found = read("a b\n\nc d", whole())
    assert heads(found) == [0, 0, 2, 2]
    assert [(each.first, each.stop) for each in found.sentences] == [(0, 2), (2, 4)]


def test_two_roots_and_heads_outside_make_one_tree() -> None:
    class Torn(FakePipeline):
        def __call__(self, text: str) -> FakeDoc:
            doc = super().__call__(text)
            for at in (1, 2):  # a second root; a head in the next sentence
                doc.tokens[at].head = doc.tokens[at if at == 1 else 5]
            doc.tokens[1].dep_ = "ROOT"
            return doc

    found = read("a b c . d e", Torn("DEP", "SENT_START"))
    assert heads(found) == [0, 0, 0, 2, 4, 4]
    assert [token.relation for token in found.tokens] == ["root", "dep", "nmod", "nmod", "root", "nmod"]


def test_a_pipeline_without_a_parser_leaves_relations_empty() -> None:
    found = read("Un navire. Deux navires.", FakePipeline("POS"))
    assert [(each.first, each.stop) for each in found.sentences] == [(0, 3), (3, 6)]  # the rules'
    assert heads(found) == [0, 0, 0, 3, 3, 3]
    assert {token.relation for token in found.tokens} == {""}


def test_a_pipeline_without_a_tagger_leaves_lemmas_and_parts_of_speech_empty() -> None:
    found = read("Un navire.", FakePipeline("DEP", "SENT_START"))
    assert {(token.lemma, token.upos, token.feats) for token in found.tokens} == {("", "", "")}


def test_typographic_apostrophes_are_read_as_straight_ones_where_they_stand() -> None:
    found = read("l’a “b”", whole())
    assert [found.form(at) for at in range(3)] == ["l", "’", "a"]
    assert found.tokens[1].lemma == "'"


def test_a_paragraph_over_the_limit_is_read_in_pieces() -> None:
    class Short(FakePipeline):
        max_length = 20

    assert len(read("Vingt navires. " * 9, Short("DEP", "SENT_START")).sentences) == 9


def test_a_tokenizer_that_changes_the_text_is_refused() -> None:
    class Changing(FakePipeline):
        def __call__(self, text: str) -> FakeDoc:
            return super().__call__(text.upper())

    with pytest.raises(InputError, match="does not keep the characters"):
        read("a", Changing())


def _installed(monkeypatch: pytest.MonkeyPatch, load: Any) -> None:
    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=load, __version__="3.8.1"))


def test_a_pipeline_is_loaded_by_name_without_what_is_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def load(name: str, *, exclude: list[str]) -> FakePipeline:
        asked.append((name, exclude))
        return whole()

    _installed(monkeypatch, load)
    engine = spacy.load("some_pipeline")
    assert (engine.name, engine.language, asked) == ("spacy:some_pipeline", "fr", [("some_pipeline", ["ner"])])


@pytest.mark.parametrize(
    "error",
    [
        OSError("[E050]"),
        ValueError("config"),
        ImportError("a component"),
        EOFError("a truncated file"),
        TypeError("numpy.load takes no vocab"),
        AttributeError("the package has no load"),
    ],
)
def test_a_pipeline_that_cannot_be_loaded_is_one_line(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def load(*_: Any, **__: Any) -> None:
        raise error

    _installed(monkeypatch, load)
    with pytest.raises(InputError, match="no spaCy pipeline some_pipeline"):
        spacy.load("some_pipeline")
