"""Articles read with all cores are those that one reads."""

import pytest

from sourcier.core.problem import Problem
from sourcier.ingest import registry
from sourcier.runners import here
from sourcier.workflow.reading import read
from tests.ingest.packing import Crawl, tarred, zipped
from tests.ingest.reading import TEXT, page, put


def test_processes_give_what_one_gives(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(150):
        put(tmp_path, f"d/{n:03}.txt", f"Texte inventé {n}.\n\n{TEXT}" if n % 7 else " ")
        put(tmp_path, f"d/{n:03}.json", '{"outlet": "Gazette"}')
    put(tmp_path, "e.jsonl", "".join(f'{{"id": "{n % 90}", "text": "Record inventé {n}."}}\n' for n in range(100)))
    zipped(tmp_path / "f.zip", [(f"{n}.html", page(lang="fr")) for n in range(30)])
    tarred(tmp_path / "g.tar.gz", [(f"{n}.txt", "x" * (n % 3)) for n in range(60)])
    crawl = Crawl(tmp_path / "h.warc.gz")
    for n in range(20):
        crawl.answer(f"https://gazette.example/{n}", page().encode())
    crawl.done()
    one = list(registry.read([tmp_path]))
    monkeypatch.setattr(here, "_AFTER", 0)
    monkeypatch.setattr(here.ordered, "__defaults__", (None, 0))
    assert list(read([tmp_path], processes=2)) == one
    assert sum(isinstance(item, Problem) for item in one) > 20
    assert len(one) > 300
