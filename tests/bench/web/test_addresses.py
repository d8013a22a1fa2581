"""Which pages are asked for."""

import random
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bench.web.addresses import Sample, kinds, sample, searched, typed

TITLES = ("Glorvane Pastiche : la route inventée", "Mirado")


def ledger(address: str) -> dict[str, Any]:
    """Answer as the pages do, over 1,000 articles and 30 stories of two articles each."""
    parts = urlsplit(address)
    page = int(parse_qs(parts.query).get("page", ["1"])[0])
    offset = (page - 1) * (5 if parts.path == "/articles" else 10)
    if parts.path == "/articles":
        items = [{"id": f"a{n}", "title": f"Titre {n}" if n % 2 else None} for n in range(offset, offset + 5)]
        return {"items": items, "total": 1000}
    if parts.path == "/stories":
        return {"items": [{"family": f"s/{n}"} for n in range(offset, min(30, offset + 10))], "total": 30}
    number = parts.path.rpartition("%2F")[2]
    assert number.isdigit()
    return {"edges": [{"derived": f"d{number}", "source": f"a{number}"}]}


def test_the_sample_lies_all_over_the_lists() -> None:
    drawn = sample(ledger, random.Random(1))
    numbers = sorted(int(id_[1:]) for id_ in drawn.articles if id_.startswith("a"))
    assert numbers[0] == 0
    assert numbers[-1] >= 950
    assert len(drawn.articles) == len(set(drawn.articles))
    assert {f"s/{n}" for n in range(30)} == set(drawn.stories)
    assert set(drawn.pairs) == {(f"d{n}", f"a{n}") for n in range(30)}
    assert "Titre 1" in drawn.titles
    assert drawn.pages == tuple(range(1, 201))


def test_every_kind_has_at_most_as_many_addresses_as_asked_for() -> None:
    drawn = sample(ledger, random.Random(1))
    found = kinds(drawn, 12, random.Random(1))
    assert {"dossier", "articles", "search", "as you type", "article", "side by side", "story", "outlets"} < set(found)
    assert all(1 <= len(asked) <= 12 for asked in found.values())
    assert all(len(asked.articles) == 2 for asked in found["side by side"])
    assert all(each.address.startswith("/stories/s%2F") for each in found["story"])


def test_a_kind_that_the_ledger_lacks_is_left_out() -> None:
    found = kinds(Sample(("a",), (), (), (), (1,)), 10, random.Random(1))
    assert "side by side" not in found
    assert "story" not in found
    assert found["article"][0].address == "/articles/a"


def test_searches_hold_common_words_names_couples_and_phrases() -> None:
    words = searched(TITLES, random.Random(1))
    assert {"de", "Glorvane", "Mirado", '"Glorvane Pastiche"'} <= set(words)
    assert len(words) == len(set(words))


def test_what_is_typed_begins_a_word() -> None:
    beginnings = typed(TITLES, random.Random(1))
    assert {"M", "Mi", "Mir", "Mirad"} <= set(beginnings)
    assert all(any(word.startswith(each) for title in TITLES for word in title.split()) for each in beginnings)
