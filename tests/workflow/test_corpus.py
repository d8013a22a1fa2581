"""Articles read together, in memory."""

from pathlib import Path

from sourcier.workflow.corpus import read
from sourcier.workflow.trace import trace
from tests import factory


def test_two_texts_with_one_id_both_stay(tmp_path: Path) -> None:
    first, second = (text.replace("\n", " ") for text in (factory.DISPATCH, factory.REPRINT))
    (tmp_path / "a.jsonl").write_text(f'{{"id": "1", "text": "{first}"}}\n', "utf-8")
    (tmp_path / "b.jsonl").write_text(f'{{"id": "1", "text": "{second}"}}\n', "utf-8")
    corpus = read([str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")])
    assert {article.id: article.text for article in corpus.articles} == {"1": first, "b.jsonl#1": second}
    (problem,) = corpus.problems
    assert problem.message.startswith("ids of records that are those of other articles too: 1;")
    assert {passage.source for passage in trace(corpus).passages} | {
        passage.derived for passage in trace(corpus).passages
    } == {"1", "b.jsonl#1"}
