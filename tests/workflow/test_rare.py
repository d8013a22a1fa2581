"""Phrases of an article to look for elsewhere, chosen by the words that the ledger knows."""

from collections.abc import Iterable

from sourcier.store.ledger import Ledger
from sourcier.workflow.rare import rare_phrases
from tests import factory

_KNOWN = "Gontrand Belhumeur inaugure longuement quarante fontaines monumentales Boulevard Ravelin."
_NEW = "Ursuline Mirabel photographie discrètement soixante lanternes colorées Impasse Grenadier."


class Counting(Ledger):
    """A ledger that remembers which words it was asked for."""

    asked = 0

    def frequencies(self, words: Iterable[str], most: int) -> dict[str, int]:
        given = list(words)
        self.asked += len(given)
        return super().frequencies(given, most)


def test_words_that_others_use_make_a_phrase_common() -> None:
    article = factory.article("a.txt", " ".join([_KNOWN] * 5 + [_NEW]))
    with Ledger(None) as ledger:
        list(ledger.add([article, *(factory.article(f"{n}.txt", f"{_KNOWN} {n}") for n in range(4))]))
        found = [each.of(article.text) for each in rare_phrases(article, ledger, 4)]
    assert len(found) == 3
    assert any("Mirabel photographie" in each for each in found)


def test_a_long_text_asks_for_few_words() -> None:
    body = " ".join(
        f"Motrare{n} longuement{n} visite{n} et revisite{n} encore{n} la grande{n} passerelle{n}." for n in range(5_000)
    )
    with Counting(None) as ledger:
        found = rare_phrases(factory.article("a.txt", body), ledger, 10)
    assert len(found) == 3
    assert 0 < ledger.asked <= 48


def test_a_text_without_words_has_no_phrase() -> None:
    with Ledger(None) as ledger:
        assert rare_phrases(factory.article("a.txt", "…"), ledger, 0) == ()
