from bench.repetition import repeated_share


def test_the_share_of_ngrams_that_stood_before() -> None:
    words = list("abcdabc")  # bigrams: ab bc cd da ab bc
    assert repeated_share(words, 2) == 2 / 6
    assert repeated_share(words, 5) == 0.0
    assert repeated_share([], 5) == 0.0
