"""Analyses as CoNLL-U."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from eval.conllu import sentences
from sourcier.export.conllu import conllu
from sourcier.text.analysis import Analysis, Sentence, Token
from tests.engines.plain import Plain

_TEXT = "Le\u00a0port…\n860\u202f000 navires.Oui"
_READ = Analysis(
    _TEXT,
    "fr",
    "test 1",
    (
        Token(0, 2, "le", "DET", "Definite=Def|Gender=Masc", 1, "det"),
        Token(3, 7, "port", "NOUN", "", 1, "root"),
        Token(7, 8, "…", "PUNCT", "", 1, "punct"),
        Token(9, 16, "", "", "", 3, "root"),
        Token(17, 24, "navire", "NOUN", "", 3, ""),
        Token(24, 25, ".", "PUNCT", "", 3, "punct"),
        Token(25, 28, "oui", "INTJ", "", 6, "root"),
    ),
    (Sentence(0, 3), Sentence(3, 6), Sentence(6, 7)),
)
_WRITTEN = """\
# newdoc id = articles/a b.txt
# generator = test 1
# sent_id = articles_a_b.txt-1
# text = Le port…
1\tLe\tle\tDET\t_\tDefinite=Def|Gender=Masc\t2\tdet\t_\tstart_char=0|end_char=2
2\tport\tport\tNOUN\t_\t_\t0\troot\t_\tSpaceAfter=No|start_char=3|end_char=7
3\t…\t…\tPUNCT\t_\t_\t2\tpunct\t_\tstart_char=7|end_char=8

# sent_id = articles_a_b.txt-2
# text = 860\u202f000 navires.
1\t860\u202f000\t_\t_\t_\t_\t0\troot\t_\tstart_char=9|end_char=16
2\tnavires\tnavire\tNOUN\t_\t_\t1\t_\t_\tSpaceAfter=No|start_char=17|end_char=24
3\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\tSpaceAfter=No|start_char=24|end_char=25

# sent_id = articles_a_b.txt-3
# text = Oui
1\tOui\toui\tINTJ\t_\t_\t0\troot\t_\tstart_char=25|end_char=28

"""


def test_an_article_is_a_document_with_the_places_of_its_tokens() -> None:
    assert b"".join(conllu(_READ, "articles/a b.txt")).decode("utf-8") == _WRITTEN


def test_what_would_break_a_line_or_is_no_text_is_replaced() -> None:
    text = "a\u2028\ud800"
    token = Token(0, 3, "x\ty\nz", "X", "", 0, "root")
    written = b"".join(conllu(Analysis(text, "fr", "t\n1", (token,), (Sentence(0, 1),)), "a\nb")).decode("utf-8")
    assert "1\ta \ufffd\tx y z\tX\t" in written
    assert "# newdoc id = a b\n# generator = t 1\n# sent_id = a_b-1\n# text = a \ufffd\n" in written


def test_an_article_without_a_token_is_nothing() -> None:
    assert list(conllu(Plain().analyse(" \n "), "a")) == []


@given(st.text())
def test_what_is_written_can_be_read_again(text: str) -> None:
    found = Plain().analyse(text)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.conllu"
        path.write_bytes(b"".join(conllu(found, "a")))
        read = list(sentences(path))
    assert [len(each) for each in read] == [each.stop - each.first for each in found.sentences]
    heads = [each.first + word.head for each, words in zip(found.sentences, read, strict=True) for word in words]
    assert heads == [token.head for token in found.tokens]
