"""The scores of an engine on raw text."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from eval.alignment import align
from eval.confusions import confusions, lines
from eval.conllu import Word
from eval.engine import main
from eval.raw_text import groups, joined, names_lowered
from eval.scores import scores
from sourcier.engines import registry
from sourcier.text.analysis import Analysis, Sentence, Token
from tests.engines.plain import Plain

ROOT = Path(__file__).parents[2]


def word(form: str, head: int, relation: str = "dep", upos: str = "X", *, space_after: bool = True) -> Word:
    return Word(form, form.lower(), upos, "", head, relation, space_after)


# « Le port ouvre. Oui ! », invented.
FIRST = (
    word("Le", 1, "det", "DET"),
    word("port", 2, "nsubj:pass", "NOUN"),
    word("ouvre", 2, "root", "VERB", space_after=False),
    word(".", 2, "punct", "PUNCT"),
)
SECOND = (word("Oui", 0, "root", "INTJ"), word("!", 0, "punct", "PUNCT"))
GOLD = joined([FIRST, SECOND])


def analysis(tokens: list[tuple[int, int, int]], sentences: list[tuple[int, int]], **change: Any) -> Analysis:
    """Return tokens (start, end, head) with what the gold word of the same span has, but for `change`."""
    gold = {(span.start, span.end): each for span, each in zip(GOLD.spans, GOLD.words, strict=True)}
    made = []
    for start, end, head in tokens:
        like = gold.get((start, end), word("?", 0))
        values = {name: getattr(like, name) for name in ("lemma", "upos", "feats", "relation")} | change
        made.append(Token(start, end, head=head, **values))
    return Analysis(GOLD.text, "fr", "test 1", tuple(made), tuple(Sentence(*each) for each in sentences))


RIGHT = [(0, 2, 1), (3, 7, 2), (8, 13, 2), (13, 14, 2), (15, 18, 4), (19, 20, 4)]
TWO = [(0, 4), (4, 6)]


def test_sentences_are_joined_as_space_after_says() -> None:
    assert GOLD.text == "Le port ouvre. Oui ! "
    assert [span.of(GOLD.text) for span in GOLD.spans] == ["Le", "port", "ouvre", ".", "Oui", "!"]
    assert (GOLD.heads, GOLD.starts) == ((1, 2, 2, 2, 4, 4), (0, 4))


def test_ten_sentences_make_a_text() -> None:
    assert [len(group.starts) for group in groups([SECOND] * 23)] == [10, 10, 3]


def test_names_are_lowered_before_they_are_joined() -> None:
    name, other = names_lowered((word("Kolmari", 0, upos="PROPN"), word("Le", 0)))
    assert (name.form, name.lemma, other.form) == ("kolmari", "kolmari", "Le")


def test_what_is_all_right_scores_a_hundred() -> None:
    found = scores([align(GOLD, analysis(RIGHT, TWO))])
    task = found.pop("conll18")
    assert set(found) == {"tokens_f", "sentences_f", "upos", "feats", "lemma", "uas", "las"}
    assert set(found.values()) == {100.0}
    assert isinstance(task, dict)
    assert set(task.values()) == {100.0}


def test_a_token_of_another_span_is_wrong_and_so_are_those_that_hang_from_it() -> None:
    merged = [(0, 7, 1), (8, 13, 1), (13, 14, 1), (15, 18, 3), (19, 20, 3)]  # « Le port » is one token
    found = scores([align(GOLD, analysis(merged, [(0, 3), (3, 5)]))])
    assert found["tokens_f"] == round(200 * 4 / (6 + 5), 2)
    assert found["sentences_f"] == 100.0  # where they begin and end is right
    assert found["upos"] == found["lemma"] == round(100 * 4 / 6, 2)
    assert found["uas"] == found["las"] == 50.0  # of Le, port, ouvre, Oui the last two
    split = [(0, 2, 1), (3, 5, 3), (5, 7, 1), (8, 13, 3), (13, 14, 3), (15, 18, 5), (19, 20, 5)]
    assert scores([align(GOLD, analysis(split, [(0, 5), (5, 7)]))])["uas"] == 50.0  # the head of Le is not the gold's


def test_punctuation_counts_for_neither_heads_nor_relations() -> None:
    wrong = [*RIGHT[:3], (13, 14, 0), *RIGHT[4:]]
    found = scores([align(GOLD, analysis(wrong, TWO))])
    assert (found["uas"], found["las"]) == (100.0, 100.0)
    assert isinstance(found["conll18"], dict)
    assert found["conll18"]["uas"] == found["conll18"]["las"] == round(100 * 5 / 6, 2)
    assert found["conll18"]["clas"] == 100.0


def test_relations_are_right_with_their_subtypes_alone_but_for_the_task() -> None:
    made = analysis(RIGHT, TWO)
    tokens = list(made.tokens)
    tokens[1] = Token(3, 7, "port", "NOUN", "", 2, "nsubj")
    found = scores([align(GOLD, Analysis(made.text, "fr", "test 1", tuple(tokens), made.sentences))])
    assert (found["uas"], found["las"]) == (100.0, 75.0)
    assert isinstance(found["conll18"], dict)
    assert found["conll18"]["las"] == 100.0


def test_a_root_is_right_only_as_a_root_and_no_other_is() -> None:
    turned = [(0, 2, 1), (3, 7, 1), (8, 13, 1), (13, 14, 2), (15, 18, 4), (19, 20, 4)]
    assert scores([align(GOLD, analysis(turned, TWO))])["uas"] == 50.0  # « port » as the root


def test_sentences_count_where_both_ends_are_right() -> None:
    found = scores([align(GOLD, analysis(RIGHT, [(0, 6)]))])
    assert (found["sentences_f"], found["uas"]) == (0.0, 100.0)
    halves = scores([align(GOLD, analysis(RIGHT, [(0, 2), (2, 4), (4, 6)]))])
    assert halves["sentences_f"] == 40.0


def test_parts_of_speech_features_and_lemmas_are_each_counted() -> None:
    for change, name in (({"upos": "X"}, "upos"), ({"feats": "A=B"}, "feats"), ({"lemma": "?"}, "lemma")):
        found = scores([align(GOLD, analysis(RIGHT, TWO, **change))])
        assert {key for key in ("upos", "feats", "lemma", "uas", "las") if found[key] == 0.0} == {name}


def test_a_lemma_that_the_treebank_leaves_open_is_not_counted_against_the_engine() -> None:
    gold = joined([(Word("Oui", "", "INTJ", "", 0, "root", space_after=True),)])
    made = Analysis(gold.text, "fr", "test 1", (Token(0, 3, "oui", "INTJ", "", 0, "root"),), (Sentence(0, 1),))
    assert scores([align(gold, made)])["lemma"] == 100.0


def test_the_commonest_errors_are_told() -> None:
    told = list(lines(confusions([align(GOLD, analysis(RIGHT, TWO, upos="X", lemma="?"))] * 2), 1))
    assert "UPOS: 12" in told
    assert told[told.index("UPOS: 12") + 1] == "      4  PUNCT → X"
    assert "lemmas: 12" in told
    assert "relations: 0" in told


TREEBANK = "".join(
    f"{at}\t{each.form}\t{each.lemma}\t{each.upos}\t_\t_\t{0 if each.head == at - 1 else each.head + 1}\t"
    f"{each.relation}\t_\t{'_' if each.space_after else 'SpaceAfter=No'}\n"
    for at, each in enumerate(FIRST, start=1)
)


@pytest.fixture
def treebank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(registry, "default", lambda _: Plain())
    path = tmp_path / "some.conllu"
    path.write_text(TREEBANK + "\n", "utf-8")
    return path


def test_json_has_a_row_a_file(treebank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(treebank), str(treebank), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["engine"] == "plain"
    assert [row["file"] for row in printed["files"]] == [str(treebank)] * 2
    row = printed["files"][0]
    assert (row["tokens_f"], row["sentences_f"], row["upos"], row["lemma"]) == (100.0, 100.0, 25.0, 100.0)
    assert (row["uas"], row["las"], row["sentences"], row["tokens"]) == (0.0, 0.0, 1, 4)
    assert {"conll18", "tokens_per_cpu_second", "feats"} <= set(row)


def test_a_table_and_errors_are_shown_to_people(treebank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(treebank), "--errors", "3"]) == 0
    shown = capsys.readouterr().out
    assert "some.conllu" in shown
    assert "100.00" in shown
    assert "NOUN → X" in shown


def test_what_cannot_be_used_is_one_line(treebank: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.conllu")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert main([str(treebank), "--engine", "nothing"]) == 2
    assert capsys.readouterr().err.startswith("there is no engine nothing: ")


def test_it_runs_as_a_script_from_any_folder(tmp_path: Path) -> None:
    script = ROOT / "eval" / "engine.py"
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    for command in ([sys.executable, str(script)], [sys.executable, os.path.relpath(script, tmp_path)]):
        done = subprocess.run(
            [*command, "some.conllu", "--engine", "nothing"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("there is no engine nothing")
