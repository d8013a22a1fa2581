"""What is shown to spaCy and what is said of it; spaCy itself is large and no part of `make setup`."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.engine import __main__, disk
from bench.engine.__main__ import Failed, files, main, measured, run
from bench.engine.corpus import ROOT, documents
from bench.engine.pipeline import Vectors, words
from bench.engine.report import Measured, fastest, report
from sourcier.lang.fr.lexicon import FEATURES

TREEBANK = """\
1	Amina	Amina	PROPN	_	_	2	nsubj	_	_
2	part	partir	VERB	_	Number=Sing|Number[psor]=Plur	0	root	_	_
3-4	du	_	_	_	_	_	_	_	_
3	de	de	ADP	_	_	5	case	_	_
4	le	le	DET	_	_	5	det	_	_
5	port	port	NOUN	_	_	2	obl	_	SpaceAfter=No
6	.	.	PUNCT	_	_	2	punct	_	_

1	Elle	lui	PRON	_	_	2	nsubj	_	_
2	revient	revenir	VERB	_	_	0	root	_	_
"""
ROW = {"upos": 98.04, "feats": 97, "lemma": 98, "uas": 90, "las": 87.26, "sentences_f": 90}


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "fr_sequoia-ud-dev.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return path


@given(st.text())
def test_every_character_is_in_a_word_or_is_the_space_after_one(text: str) -> None:
    found, spaces = words(text)
    assert "".join(word + " " * space for word, space in zip(found, spaces, strict=True)) == text


def test_tokens_are_ours_and_further_white_space_is_a_word() -> None:
    found, spaces = words(" L'état-major  parle.\n")
    assert list(zip(found, spaces, strict=True)) == [
        (" ", False), ("L'", False), ("état-major", True), (" ", False), ("parle", False), (".", False), ("\n", False),
    ]  # fmt: skip


def test_sentences_in_a_row_are_one_document(treebank: Path) -> None:
    found = list(documents([treebank], rounds=40, noise=0, seed=1))
    assert {len(one.words) for one in found} == {2, 5, 7}  # alone and together
    both = next(one for one in found if len(one.words) == 7)
    assert both.words == ["Amina", "part", "du", "port", ".", "Elle", "revient"]
    assert both.spaces == [True, True, True, False, True, True, True]
    assert both.heads == [1, 1, 3, 1, 1, 6, 6]
    assert both.deps == ["nsubj", ROOT, "case", "obl", "punct", "nsubj", ROOT]
    assert both.morphs[1] == "Number=Sing"  # without layers, as our own training has them
    assert both.lemmas[2] == "de"


def test_a_form_with_a_slip_teaches_no_lemma(treebank: Path) -> None:
    found = list(documents([treebank], rounds=200, noise=1, seed=1))
    pairs = {(word, lemma) for one in found for word, lemma in zip(one.words, one.lemmas, strict=True)}
    assert ("amina", "Amina") in pairs
    odd = {
        lemma for word, lemma in pairs if word.lower() not in {"amina", "part", "du", "port", ".", "elle", "revient"}
    }
    assert odd == {""}


def test_what_the_lexicon_knows_stands_in_the_place_of_vectors() -> None:
    vectors = Vectors(SimpleNamespace(strings={1: "port", 2: "Port", 3: "xqzw"}))
    rows = vectors.get_batch([1, 3, 2, 1])
    assert rows.shape == (4, vectors.vectors_length)
    assert [rows[at][FEATURES.index("NOUN")] for at in range(4)] == [1, 0, 1, 1]
    assert rows[1].sum() == 0


def test_a_row_a_file_and_engine() -> None:
    slow, fast = ({"file": "a/b.conllu", **ROW, "tokens_per_cpu_second": speed} for speed in (9_000, 12_345))
    best = fastest([[slow], [fast]])
    told = report([Measured("ours", best, 0.25, 12_400_000), Measured("other", [slow], 1.5, 300_000_000)]).splitlines()
    assert told[2] == "| b | ours | 98.0 | 97.0 | 98.0 | 90.0 | 87.3 | 90.0 | 12,345 | 0.25 | 12 |"
    assert told[3].endswith("| 9,000 | 1.50 | 300 |")
    assert len({line.count("|") for line in told}) == 1


def test_what_a_package_needs_is_counted_with_it() -> None:
    assert {"click", "rich", "markdown-it-py"} <= disk.packages(["Rich", "click", "no such package"])
    assert "pytest" not in disk.packages(["rich"])
    assert disk.installed(["rich", "click"]) > disk.installed(["click"]) > 10_000


def test_compiled_modules_are_not_counted(tmp_path: Path) -> None:
    for name in ("a.py", "b.npz", "c.pyc"):
        (tmp_path / name).write_bytes(b"12345")
    assert disk.size([tmp_path, tmp_path / "a.py"]) == 10


def test_ours_is_measured_with_the_real_program(treebank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(__main__, "_RUNS", 1)
    assert [Path(one).name for one in files(treebank.parent)][:1] == [treebank.name]
    found = measured(Path(sys.executable), "french", "ours", [str(treebank)], 5)
    assert found.seconds > 0
    assert found.files[0]["tokens"] == 7


def test_a_program_that_fails_is_told(treebank: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Failed, match=r"-m bench.engine.read: status"):
        run(Path("/bin/false"), "read", "french")
    asked = ["--treebanks", str(treebank.parent), "--spacy-python", "/bin/false", "--work", str(tmp_path / "work")]
    assert main(asked) == 1
    assert capfd.readouterr().err == "-m bench.engine.train: status 1\n"


def test_a_folder_without_the_treebanks_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--treebanks", str(tmp_path), "--spacy-python", "/bin/false"])
    assert ended.value.code == 2
    assert "fr_sequoia-ud-dev.conllu does not exist" in capsys.readouterr().err
