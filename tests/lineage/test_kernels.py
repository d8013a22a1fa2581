"""The compiled kernels and NumPy's give the same bytes."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.lineage import kernels, plain, words
from sourcier.lineage.arrays import Postings
from sourcier.lineage.match import _index
from sourcier.lineage.settings import LIMITS
from sourcier.text.fold import page

compiled = pytest.importorskip("sourcier.lineage._kernels", reason="no compiler here: NumPy alone is in use")

_TEXTS = st.text(st.characters(), max_size=300)
_PLAIN = st.lists(st.sampled_from("un deux trois quatre cinq six sept huit neuf dix. Onze!".split()), max_size=120)


@given(_TEXTS)
def test_words_of_any_text(text: str) -> None:
    assert compiled.split(text, page) == plain.split(text, page)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\u0301",
        "a\u0301\u00ad b",
        "日本語。テスト",
        "القاهـــرة ١٢",
        "x" * 70,
        "\ud800 lone",
        "Œuvre d’État — 3,5 %",
        "ﷺ",
    ],
)
def test_words_of_awkward_texts(text: str) -> None:
    assert compiled.split(text, page) == plain.split(text, page)


@given(st.lists(_PLAIN, max_size=6), st.integers(1, 7), st.integers(1, 6))
def test_fingerprints(documents: list[list[str]], k: int, window: int) -> None:
    joined, bounds = words.join([" ".join(document) for document in documents])
    assert compiled.fingerprints(joined.hashes, bounds, k, window) == plain.fingerprints(
        joined.hashes, bounds, k, window
    )


def _aligned(texts: list[str], standing: list[bool]) -> None:
    joined, bounds = words.join(texts)
    grams, places = kernels.fingerprints(joined.hashes, bounds, 3, 2)
    index = _index(np.frombuffer(grams, np.uint64), np.frombuffer(places, np.int64), bounds)
    caps = np.full(len(index.places), 5, np.uint8)
    postings = Postings(index.places, index.documents, index.order, index.rank, index.group, caps)
    mask = np.resize(np.array(standing or [False], np.bool_), len(joined))
    limits = LIMITS._replace(seed=3, least=4)
    arguments = ((joined.hashes, joined.marks, mask), bounds, postings, limits)
    assert compiled.align(*arguments) == plain.align(*arguments)


@given(st.lists(_PLAIN, max_size=5), st.lists(st.booleans(), max_size=40))
def test_alignment_of_repetitive_texts(documents: list[list[str]], standing: list[bool]) -> None:
    _aligned([" ".join(document) for document in documents], standing)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.booleans(), max_size=60))
def test_alignment_of_edited_texts(seed: int, standing: list[bool]) -> None:
    rng = random.Random(seed)
    source = [f"mot{rng.randrange(400)}{'.' * (rng.random() < 0.1)}" for _ in range(200)]
    derived = [word for word in source if rng.random() > 0.05]
    derived = [f"autre{rng.randrange(99)}" if rng.random() < 0.15 else word for word in derived]
    cut = rng.randrange(len(derived))
    _aligned([" ".join(source), " ".join(derived[cut:] + derived[:cut])], standing)


def test_numpy_alone_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCIER_KERNELS", "numpy")
    assert kernels._chosen() is plain
