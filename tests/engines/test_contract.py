"""One contract for all engines: those registered, spaCy's adapter, and a trivial one."""

import resource
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sourcier.engines import registry
from sourcier.engines.spacy import Spacy
from sourcier.text.engine import Engine
from sourcier.text.sentences import paragraphs
from tests.engines import contract, fake_spacy
from tests.engines.plain import Plain

NAMES = (*registry.names(), "plain", "spacy:fake")
ARTICLE = """\
Le port de Kolmari rouvre, annonce l’agence inventée

« Vingt navires attendaient », a déclaré mercredi le préfet d’Anvelle, M. Tavo Rinskel. A-t-il dit vrai ?
Le trafic (860 000 tonnes, +1,5 %) reprendra-t-il « aujourd’hui »… à 18h30 ?


entreLe matin et le soir.« Non », dit-il
"""
ENGLISH = "The harbour of Kolmari, an invented town, opened again on Monday. Nobody knows why it hadn't before."
TRAPS = (
    "", " ", "\n\n\n", "\u00a0", "\u200b", "\ufeff", "\x00", "\ud800", "e\u0301", "👩\u200d👧", "\u202e l’\u202f«",
    "«", "...", "-t-il", "'", "’’’", "l’", "aux", "M.", "n°", "a\u2028b", "a\x85b", "1 2\u00a03\t4",
    "https://exemple.invalid/?a=1&b=«c»", "القمر", "中文。没有空格。", ENGLISH,
)  # fmt: skip
_PIECES = st.sampled_from((*TRAPS, *ARTICLE.split(" "), "\n", "\n\n", " ", ". ", "\r\n"))
TEXTS = st.one_of(st.text(), st.lists(_PIECES).map("".join), st.lists(_PIECES).map(" ".join))
MOST = 1_000_000_000  # bytes that a process may take for a text of a million code points


@cache
def engine(name: str) -> Engine:
    if name == "plain":
        return Plain()
    return Spacy("fake", fake_spacy.whole(), "3") if name == "spacy:fake" else registry.load(name)


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_it_is(name: str) -> None:
    found = engine(name)
    assert found.name == name
    assert found.version
    assert len(found.language) == 2
    analysis = found.analyse("Oui.")
    assert analysis.producer == f"{name} {found.version}"
    assert analysis.language == found.language


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", [ARTICLE, *TRAPS])
def test_traps_are_read(name: str, text: str) -> None:
    contract.keep(engine(name).analyse(text), text)


@pytest.mark.parametrize("name", NAMES)
@given(text=TEXTS)
@example(text="\ud83d\udc69 A\u0300. b")
def test_any_text_is_read(name: str, text: str) -> None:
    contract.keep(engine(name).analyse(text), text)


@pytest.mark.parametrize("name", NAMES)
@given(text=st.one_of(st.just(ARTICLE), TEXTS))
def test_the_same_text_gives_the_same_analysis(name: str, text: str) -> None:
    assert engine(name).analyse(text) == engine(name).analyse(text)


@pytest.mark.parametrize("name", NAMES)
@given(text=st.one_of(st.just(ARTICLE), TEXTS))
def test_a_paragraph_alone_reads_as_in_its_article(name: str, text: str) -> None:
    whole = engine(name).analyse(text)
    together: list[tuple[int, int, str, str, str, int, str]] = []
    sentences: list[tuple[int, int]] = []
    for paragraph in paragraphs(text):
        alone = engine(name).analyse(paragraph.of(text))
        first = len(together)
        sentences += [(first + each.first, first + each.stop) for each in alone.sentences]
        together += [
            (paragraph.start + each.start, paragraph.start + each.end, each.lemma, each.upos, each.feats,
             first + each.head, each.relation)
            for each in alone.tokens
        ]  # fmt: skip
    assert [(each.first, each.stop) for each in whole.sentences] == sentences
    assert [
        (each.start, each.end, each.lemma, each.upos, each.feats, each.head, each.relation) for each in whole.tokens
    ] == together


@pytest.mark.parametrize("name", registry.names())
@pytest.mark.parametrize("shape", ["lines", "paragraph", "word"])
def test_a_very_long_text_is_read_in_bounded_memory(name: str, shape: str) -> None:
    code = (
        "import sys; from tests.engines.test_contract import contract, engine, long, taken;"
        "text = long(sys.argv[2]); contract.keep(engine(sys.argv[1]).analyse(text), text); print(taken())"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code, name, shape], cwd=root, capture_output=True, check=True)
    assert int(done.stdout) < MOST


def long(shape: str) -> str:
    """Return 100,000 short lines, or a paragraph or a word of a million code points."""
    if shape == "lines":
        return "Oui\n" * 100_000
    return "x" * 1_000_000 if shape == "word" else " ".join(ARTICLE.split()).ljust(400, ".") * 2_500


def taken() -> int:
    """Return the most bytes that this process has taken."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
