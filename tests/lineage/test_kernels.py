"""The compiled kernels and NumPy's give the same bytes."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcier.lineage import kernels, plain, words
from sourcier.lineage.arrays import Grams, Holders
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


_ROWS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 3), st.booleans()), max_size=14, unique_by=lambda r: r[:2])


def _state(data: st.DataObject, phrases: int) -> Holders:
    rows = [sorted(data.draw(_ROWS)) for _ in range(phrases)]
    flat = [row for of_phrase in rows for row in of_phrase]
    texts, places, listed = zip(*flat, strict=True) if flat else ((), (), ())
    bounds = np.cumsum([0, *map(len, rows)])
    few = st.lists(st.integers(0, 3), min_size=len(flat), max_size=len(flat))
    latest, first = (np.array(data.draw(few), np.uint8) for _ in range(2))
    return Holders(
        bounds, np.array(texts, np.int32), np.array(places, np.int32), np.array(listed, np.bool_), latest, first
    )


@given(st.integers(0, 3), st.data())
def test_links_that_differ_between_two_states(phrases: int, data: st.DataObject) -> None:
    before, after = _state(data, phrases), _state(data, phrases)
    wanted = np.array(data.draw(st.lists(st.booleans(), min_size=7, max_size=7)), np.bool_)
    assert compiled.relinked(before, after, wanted) == plain.relinked(before, after, wanted)


@given(st.lists(st.lists(st.integers(0, 12), max_size=20), min_size=1, max_size=6), st.data())
def test_fingerprints_in_common(texts: list[list[int]], data: st.DataObject) -> None:
    bounds = np.cumsum([0, *map(len, texts)])
    grams = np.array([gram for text in texts for gram in text], np.uint64) * np.uint64(64)  # they meet in one slot
    number = st.integers(0, len(texts) - 1)
    pairs = data.draw(st.lists(st.tuples(number, number), max_size=8))
    one, other = np.array(pairs, np.int64).reshape(-1, 2).T.copy()
    middle = data.draw(st.integers(0, len(grams)))  # they lie in two columns, the texts at the end of each
    columns = (grams[:middle].copy(), grams[middle:].copy())
    of = (bounds[:-1] >= middle).astype(np.int32)
    starts = (bounds[:-1] - middle * of).astype(np.int64)
    sizes = np.minimum(np.diff(bounds), np.array([len(column) for column in columns])[of] - starts)
    own = Grams(columns, of, starts, sizes, sizes)
    assert compiled.overlaps(own, one, other) == plain.overlaps(own, one, other)


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
