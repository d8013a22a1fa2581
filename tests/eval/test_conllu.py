"""Treebanks as the evaluation and the training read them."""

from pathlib import Path

import pytest

from eval.conllu import Word, sentences
from sourcier.core.errors import InputError

# « La lettre du maire part. », invented.
_LETTER = """\
# text = La lettre du maire part.
1\tLa\tle\tDET\t_\tGender=Fem|Definite=Def\t2\tdet\t2:det\t_
2\tlettre\tlettre\tNOUN\t_\t_\t6\tnsubj\t_\t_
3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\tle\tle\tDET\t_\tDefinite=Def|Number=Sing\t5\tdet\t_\t_
5\tmaire\tmaire\tNOUN\t_\t_\t2\tnmod\t_\t_
5.1\test\têtre\tAUX\t_\t_\t_\t_\t6:cop\t_
6\tpart\tpartir\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No|Lang=fr
7\t.\t.\tPUNCT\t_\t_\t6\tpunct\t_\t_
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / "some.conllu"
    path.write_bytes(text.encode())
    return path


def _line(number: int, form: str, head: int, relation: str = "dep") -> str:
    return f"{number}\t{form}\t{form}\tX\t_\t_\t{head}\t{relation}\t_\t_\n"


def test_a_contraction_is_one_token_with_the_features_of_all_its_words(tmp_path: Path) -> None:
    (sentence,) = sentences(_file(tmp_path, _LETTER))
    assert [word.form for word in sentence] == ["La", "lettre", "du", "maire", "part", "."]
    assert sentence[2] == Word("du", "de", "ADP", "Definite=Def|Number=Sing", 3, "case", space_after=True)
    assert [word.head for word in sentence] == [1, 4, 3, 1, 4, 4]


def test_features_are_sorted_and_space_after_is_read_among_other_notes(tmp_path: Path) -> None:
    (sentence,) = sentences(_file(tmp_path, _LETTER))
    assert sentence[0].feats == "Definite=Def|Gender=Fem"
    assert [word.space_after for word in sentence] == [True, True, True, True, False, True]


def test_the_word_whose_head_lies_outside_speaks_for_the_token_and_heads_on_any_of_its_words_point_at_it(
    tmp_path: Path,
) -> None:
    text = (
        _line(1, "lieu", 0, "root")
        + "2-3\tauquel\t_\t_\t_\t_\t_\t_\t_\t_\n"
        + _line(2, "à", 3, "case")
        + _line(3, "lequel", 4, "obl")
        + _line(4, "croire", 1, "acl")
        + _line(5, "même", 2, "advmod")
    )
    (sentence,) = sentences(_file(tmp_path, text))
    assert (sentence[1].lemma, sentence[1].head, sentence[1].relation) == ("lequel", 2, "obl")
    assert sentence[3].head == 1


def test_a_root_within_a_contraction_stays_the_root(tmp_path: Path) -> None:
    text = "1-2\tdu\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" + _line(1, "de", 0, "root") + _line(2, "le", 1)
    (sentence,) = sentences(_file(tmp_path, text))
    assert sentence == (Word("du", "de", "X", "", 0, "root", space_after=False),)


def test_sentences_are_parted_by_any_empty_lines_and_the_last_needs_none(tmp_path: Path) -> None:
    text = "\ufeff\n\n# one\r\n" + _line(1, "Oui", 0) + "\r\n\n\n# nothing\n\n" + _line(1, "Non", 0).rstrip()
    assert [[word.form for word in one] for one in sentences(_file(tmp_path, text))] == [["Oui"], ["Non"]]


def test_a_form_keeps_its_space_and_an_underscore_that_is_meant(tmp_path: Path) -> None:
    (sentence,) = sentences(_file(tmp_path, _line(1, "860 000", 2) + _line(2, "_", 0)))
    assert [(word.form, word.lemma) for word in sentence] == [("860 000", "860 000"), ("_", "_")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1\tOui\toui\n", 1),
        ("# a\n" + _line(1, "Oui", 0) + _line(3, "Non", 1), 3),
        (_line(1, "Oui", 9), 1),
        (_line(1, "Oui", 0).replace("\t0\t", "\t_\t"), 1),
        (_line(1, "Oui", 0).replace("1\t", "one\t"), 1),
        ("1-3\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n" + _line(1, "de", 0) + _line(2, "le", 1), 1),
    ],
    ids=["few columns", "a number left out", "head outside", "no head", "no number", "a range too long"],
)
def test_a_wrong_line_is_named(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(InputError, match=rf"some\.conllu, line {line}: "):
        list(sentences(_file(tmp_path, text)))


def test_a_file_that_is_not_there_or_not_utf8_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        list(sentences(tmp_path / "none.conllu"))
    (tmp_path / "latin.conllu").write_bytes(b"# \xe9t\xe9\n")
    with pytest.raises(InputError, match="not UTF-8"):
        list(sentences(tmp_path / "latin.conllu"))
