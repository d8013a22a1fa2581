"""The compiled kernels and NumPy's give the same bytes."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.lineage import kernels, plain, words
from sourcier.lineage.arrays import Holders
from sourcier.lineage.fingerprints import fingerprints
from sourcier.lineage.phrases import common_phrases
from sourcier.lineage.settings import LIMITS, Settings
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
    wording = words.wording(" ".join(document) for document in documents)
    arguments = (wording.words.hashes, wording.bounds, k, window)
    assert compiled.fingerprints(*arguments) == plain.fingerprints(*arguments)


def _holders(texts: list[str]) -> tuple[words.Wording, Holders]:
    wording = words.wording(texts)
    own = fingerprints(wording, Settings(k=3, window=2, links=5))
    phrases = common_phrases(own, np.arange(len(texts), dtype=np.uint64))
    few = np.full(len(phrases), 3, np.uint8)
    p = phrases
    return wording, Holders(p.bounds, p.texts, p.places, p.listed, few, few)


def _aligned(texts: list[str], standing: list[bool]) -> None:
    wording, holders = _holders(texts)
    wanted = np.ones(len(texts), np.bool_)
    assert compiled.link(holders, wanted) == plain.link(holders, wanted)
    places = np.frombuffer(kernels.link(holders, wanted), np.int32).reshape(-1, 4)
    places = places[np.lexsort((places[:, 2], places[:, 0]))]
    joined = wording.words
    mask = np.resize(np.array(standing or [False], np.bool_), len(joined))
    limits = LIMITS._replace(seed=3, least=4)
    arguments = ((joined.hashes, joined.marks, mask), wording.bounds, places, limits)
    assert compiled.align(*arguments) == plain.align(*arguments)


@given(st.lists(_PLAIN, max_size=6), st.data())
def test_links_of_any_holders(documents: list[list[str]], data: st.DataObject) -> None:
    _, holders = _holders([" ".join(document) for document in documents])
    rows = len(holders.texts)
    listed, wanted = (
        np.array(data.draw(st.lists(st.booleans(), min_size=size, max_size=size)), np.bool_)
        for size in (rows, len(documents))
    )
    latest, first = (
        np.array(data.draw(st.lists(st.integers(0, 3), min_size=rows, max_size=rows)), np.uint8) for _ in range(2)
    )
    holders = holders._replace(listed=listed, latest=latest, first=first)
    assert compiled.link(holders, wanted) == plain.link(holders, wanted)


@given(st.lists(st.lists(st.integers(0, 12), max_size=20), min_size=1, max_size=6), st.data())
def test_fingerprints_in_common(texts: list[list[int]], data: st.DataObject) -> None:
    bounds = np.cumsum([0, *map(len, texts)])
    grams = np.array([gram for text in texts for gram in text], np.uint64) * np.uint64(64)  # they meet in one slot
    number = st.integers(0, len(texts) - 1)
    pairs = data.draw(st.lists(st.tuples(number, number), max_size=8))
    one, other = np.array(pairs, np.int64).reshape(-1, 2).T.copy()
    found = compiled.overlaps(grams, bounds, one, other)
    assert found == plain.overlaps(grams, bounds, one, other)


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
