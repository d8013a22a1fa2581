"""Which of several readings of a name holds."""

from sourcier.reading.names.candidate import Candidate
from sourcier.reading.names.settling import settled
from sourcier.reading.names.words import words
from sourcier.text.analysis import Analysis, Sentence, Token


def _text(text: str) -> Analysis:
    tokens, at = [], 0
    for word in text.split(" "):
        tokens.append(Token(at, at + len(word), word, "PROPN", "", len(tokens), "dep"))
        at += len(word) + 1
    return Analysis(text, "fr", "test 1", tuple(tokens), (Sentence(0, len(tokens)),))


def _kinds(text: str, *candidates: Candidate) -> list[str]:
    return [f"{each.first} {each.kind}" for each in settled(words(_text(text)), candidates)]


def test_a_weak_rival_makes_no_reading_of_a_part_stronger_than_the_whole() -> None:
    whole = Candidate(0, 3, "organisation", 0.9, "head")
    part = Candidate(2, 3, "place", 0.92, "within")
    assert _kinds("université de Maradi", whole, part, Candidate(2, 3, "person", 0.1, "name")) == ["0 organisation"]


def test_the_evidence_elsewhere_decides_what_the_same_word_is() -> None:
    person = Candidate(1, 2, "person", 0.9, "title")
    bare = [Candidate(2, 3, "person", 0.5, "name"), Candidate(2, 3, "place", 0.5, "gazetteer")]
    assert _kinds("colonel Mbour Mbour", person, *bare) == ["1 person", "2 person"]
    assert _kinds("à Mbour Mbour", Candidate(1, 2, "place", 0.9, "at"), *bare) == ["1 place", "2 place"]


def test_too_little_evidence_is_none() -> None:
    assert _kinds("Mbour", Candidate(0, 1, "person", 0.3, "capitals")) == []
